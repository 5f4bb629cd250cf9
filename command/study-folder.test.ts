import fs, { existsSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { temporaryFolder } from '../scripts/testing/temporary-folder.mjs';
import { makeArm, PolicyError } from '../src/core/index.ts';
import {
  fakeHeader,
  fakePlan,
  fakePolicy,
  fakeRewardModel,
  tickingClock,
} from '../src/core/testing/fake-run.ts';
import { createScriptedPolicy, wordScript } from '../src/engines/testing/scripted-policy.ts';
import { sharedPlanOf } from '../src/studies/index.ts';
import { runStudy } from './run-study.ts';
import { StudyFolder } from './study-folder.ts';
import { keepQuiet } from './testing/keep-quiet.ts';

beforeEach(keepQuiet);
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  syncBuiltinESMExports();
});

const plan = fakePlan([makeArm('prand', 4, [4])]);

async function openFolder(): Promise<{ readonly path: string; readonly folder: StudyFolder }> {
  const path = join(await temporaryFolder('prs-study-folder'), 'out');
  const { prompt, preference } = plan;
  const asked = {
    study: {
      ...{ name: '', prompts: [{ id: 'a', prompt, preference }], seeds: [1] },
      shared: sharedPlanOf(plan),
    },
    policy: fakePolicy(() => '').description,
    rewardModel: fakeRewardModel(() => 0).description,
  };
  return { path, folder: StudyFolder.open(path, asked, tickingClock(), false) };
}

it('puts a run onto the disk after five seconds though no other ends', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { path, folder } = await openFolder();
  const log = join(path, 'under-way', 'one.jsonl');
  folder.begin({ ...fakeHeader(plan), id: 'one' });
  folder.finish('one');
  const onDisk = vi.spyOn(fs, 'fdatasyncSync');
  syncBuiltinESMExports();
  vi.advanceTimersByTime(4_999);
  expect(existsSync(log)).toBe(true);
  vi.advanceTimersByTime(1);
  expect(onDisk).toHaveBeenCalledTimes(1);
  expect(existsSync(log)).toBe(false);
  folder.close();
});

it('tells at the close that the disk failed meanwhile, and keeps the log', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { path, folder } = await openFolder();
  folder.begin({ ...fakeHeader(plan), id: 'one' });
  folder.finish('one');
  vi.spyOn(fs, 'fdatasyncSync').mockImplementationOnce(() => {
    throw new Error('EIO: i/o error');
  });
  syncBuiltinESMExports();
  vi.advanceTimersByTime(5_000);
  expect(() => {
    folder.close();
  }).toThrow('EIO');
  expect(existsSync(join(path, 'under-way', 'one.jsonl'))).toBe(true);
});

it('puts the log of a run onto the disk before the run is taken out of its file', async () => {
  const place = await temporaryFolder('prs-taken-out');
  const studyFile = join(place, 'study.json');
  const prompts = [{ id: 'sky', prompt: 'Why is the sky blue?' }];
  const study = { prompts, preference: 'Be brief.', seeds: [1], budget: 4, arms: ['prand'] };
  writeFileSync(studyFile, JSON.stringify(study));
  const order = {
    ...({ command: 'study', studyFile, folder: join(place, 'out'), reward: null } as const),
    policy: { address: null, model: null, key: null, inFlight: 4 },
  };
  const sample = (again: boolean, failsAt: number) => {
    const words = wordScript(['sky ', 'blue '], 8);
    const gone = new PolicyError('engine-failed', 'The server failed (500).');
    const policy = createScriptedPolicy((request, call) =>
      call === failsAt ? { kind: 'fail', pieces: [], error: gone } : words(request, call),
    );
    const world = { openPolicy: () => ({ policy, lacks: [] }), newRunId: () => 'unused' };
    const { signal } = new AbortController();
    return runStudy({ ...order, again }, signal, { clock: tickingClock(), ...world });
  };
  await sample(false, 2);
  const done: string[] = [];
  const { renameSync, rmSync } = fs;
  vi.spyOn(fs, 'fdatasyncSync').mockImplementation(() => void done.push('its bytes'));
  vi.spyOn(fs, 'fsyncSync').mockImplementation(() => void done.push('its name'));
  vi.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
    done.push(basename(String(to)).replace(/^.*(?=\.jsonl)/, ''));
    renameSync(from, to);
  });
  vi.spyOn(fs, 'rmSync').mockImplementation((path, options) => {
    done.push(`without ${basename(String(path))}`);
    rmSync(path, options);
  });
  syncBuiltinESMExports();
  await sample(true, 0);
  const takenOut = done.indexOf('without runs-00001.json');
  expect(done.slice(0, takenOut).slice(-3)).toEqual(['its bytes', '.jsonl', 'its name']);
});
