import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { repositoryRoot } from '../scripts/repository-paths.mjs';
import { holdPlace, placeFor } from '../scripts/setup/hold-place.mjs';
import { temporaryFolder } from '../scripts/testing/temporary-folder.mjs';
import { carryOut } from './carry-out.ts';
import { realPath } from './real-path.ts';
import { sampledStudy } from './testing/studies.ts';

const RECORDED = join(repositoryRoot, 'public/recorded');
const NOBODY = { address: null, model: null, key: null, inFlight: 1 };
const said: string[] = [];

beforeEach(() => {
  said.length = 0;
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  vi.spyOn(console, 'error').mockImplementation((line: string) => void said.push(line));
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

it('scores no file of a folder that another command is writing', async () => {
  const folder = realPath(await sampledStudy());
  const letGo = await holdPlace(placeFor(folder));
  const order = { command: 'score', policy: NOBODY, reward: 'pick-longest' } as const;
  const sources = [join(folder, 'runs-00001.json')];
  await carryOut({ ...order, sources });
  expect(said.at(-1)).toBe(`Another command is writing ${folder}: wait for it, or stop it.`);
  expect(process.exitCode).toBe(1);
  process.exitCode = undefined;
  letGo?.();
  await carryOut({ ...order, sources });
  expect(said.at(-1)).toMatch(/runs were read\.$/);
  expect(process.exitCode).toBeUndefined();
});

it('says in a sentence what a folder refuses, with no stack', async () => {
  const folder = await sampledStudy();
  const beside = join(folder, 'runs-00001.json.scored');
  mkdirSync(beside);
  const order = { command: 'score', policy: NOBODY, reward: 'pick-longest' } as const;
  await carryOut({ ...order, sources: [folder] });
  expect(said.at(-1)).toBe(
    `${beside} can’t be written: a folder stands where a file should. Move it away. (EISDIR)`,
  );
  expect(process.exitCode).toBe(1);
});

it('begins no study in a folder that another command is writing', async () => {
  const folder = realPath(await sampledStudy());
  const letGo = await holdPlace(placeFor(folder));
  const before = readdirSync(folder);
  const order = { command: 'study', policy: NOBODY, reward: null, again: false } as const;
  await carryOut({ ...order, studyFile: join(folder, '../study.json'), folder });
  letGo?.();
  expect(said.at(-1)).toBe(`Another command is writing ${folder}: wait for it, or stop it.`);
  expect(readdirSync(folder)).toEqual(before);
});

it('stops the gathering of training data at Ctrl+C, and says that it begins anew', async () => {
  const folder = join(await temporaryFolder('prs-stopped'), 'out');
  const others = new Set(process.listeners('SIGINT'));
  const stopWhenHeard = (): void => {
    const listener = process.listeners('SIGINT').find((each) => !others.has(each));
    if (listener === undefined) setImmediate(stopWhenHeard);
    else listener('SIGINT');
  };
  stopWhenHeard();
  const options = { margin: 0, testShare: 0, arms: null };
  await carryOut({ command: 'training-data', source: RECORDED, folder, ...options });
  expect(said).toContain(
    'Stopping: nothing of it is kept. To begin anew, name an empty folder with --out.',
  );
  expect(process.exitCode).toBe(130);
  expect(readdirSync(folder)).toEqual([]);
});
