import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { temporaryFolder } from '../scripts/testing/temporary-folder.mjs';
import { failedNodes, failedRewards, replay, type StoredRun } from '../src/core/index.ts';
import { tickingClock } from '../src/core/testing/fake-run.ts';
import { createScriptedPolicy, wordScript } from '../src/engines/testing/scripted-policy.ts';
import { filesOfRuns, runsOfFile } from './files-of-runs.ts';
import { runStudy } from './run-study.ts';
import { keepQuiet } from './testing/keep-quiet.ts';
import { fakeRewardServer } from './testing/reward-server.ts';

const never = new AbortController().signal;

beforeEach(keepQuiet);
afterEach(() => {
  vi.restoreAllMocks();
});

const STUDY = {
  prompts: [
    { id: 'sky', prompt: 'Why is the sky blue?', preference: 'Be brief.' },
    { id: 'sea', prompt: 'Why is the sea salty?', preference: 'Be brief.' },
  ],
  seeds: [1],
  budget: 4,
  arms: ['prand', 'prs'],
  sampling: { maxTokens: 9 },
};

function lacksIn(folder: string) {
  const runs = filesOfRuns(folder).flatMap((path) => [...runsOfFile(path, true)]);
  return runs.flatMap((parsed) => {
    if (!parsed.ok) throw new Error(parsed.message);
    const { header, events }: StoredRun = parsed.run;
    const tree = replay(header, events);
    const lacks = { rewards: failedRewards(tree), texts: failedNodes(tree).length };
    return [{ name: header.name, ...lacks, winners: tree.arms.map((arm) => arm.winnerId) }];
  });
}

it('asks a reward server once more for what it failed on, and samples what waited for it', async () => {
  const place = await temporaryFolder('prs-rewards-again');
  const studyFile = join(place, 'study.json');
  writeFileSync(studyFile, JSON.stringify(STUDY));
  const server = await fakeRewardServer();
  try {
    const order = {
      ...({ command: 'study', studyFile, folder: join(place, 'out') } as const),
      policy: { address: null, model: null, key: null, inFlight: 4 },
      ...{ reward: server.address, again: false },
    };
    const sample = async (again: boolean) => {
      const policy = createScriptedPolicy(wordScript(['sky ', 'sea ', 'salt ', 'blue '], 8));
      const world = { openPolicy: () => ({ policy, lacks: [] }), newRunId: () => 'unused' };
      const before = server.asked;
      await runStudy({ ...order, again }, never, { clock: tickingClock(), ...world });
      return { texts: policy.calls.length, rewards: server.asked - before };
    };
    const lastSaid = (): unknown => vi.mocked(console.error).mock.calls.at(-1)?.[0];
    server.failsOn = 'salty';
    await sample(false);
    expect(lastSaid()).toMatch(/The scorer failed [1-9]\d* times: --again asks it again\.$/);
    const lacking = lacksIn(order.folder).find(({ name }) => name.startsWith('sea'));
    // Four drafts of one arm, two of the other; without an anchor its feedback and refinements wait.
    expect(lacking).toMatchObject({ rewards: 6, texts: 3, winners: [null, null] });

    server.failsOn = '';
    expect(await sample(false)).toEqual({ texts: 0, rewards: 0 });
    expect(await sample(true)).toEqual({ texts: 3, rewards: 8 });
    expect(lastSaid()).toMatch(/2 of 2 runs are finished, in 1 files\.$/);
    const after = lacksIn(order.folder);
    expect(after).toHaveLength(2);
    for (const { rewards, texts, winners } of after) {
      expect({ rewards, texts }).toEqual({ rewards: 0, texts: 0 });
      expect(winners).not.toContain(null);
    }
    expect(readdirSync(join(order.folder, 'under-way'))).toEqual([]);
    expect(await sample(true)).toEqual({ texts: 0, rewards: 0 });
  } finally {
    server.close();
  }
});
