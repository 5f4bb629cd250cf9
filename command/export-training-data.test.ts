import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { repositoryRoot } from '../scripts/repository-paths.mjs';
import { temporaryFolder } from '../scripts/testing/temporary-folder.mjs';
import { ARM_KINDS } from '../src/core/index.ts';
import { exportTrainingData } from './export-training-data.ts';
import { readText } from './read-json.ts';
import { readOrder, type TrainingDataOrder } from './read-order.mjs';

const never = new AbortController().signal;
const RECORDED = join(repositoryRoot, 'public/recorded');
const said: string[] = [];

beforeEach(() => {
  said.length = 0;
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  vi.spyOn(console, 'error').mockImplementation((line: string) => void said.push(line));
});
afterEach(() => {
  vi.restoreAllMocks();
});

async function orderOf(changes: Partial<TrainingDataOrder>): Promise<TrainingDataOrder> {
  const folder = join(await temporaryFolder('prs-training-data'), 'out');
  const options = { margin: 0, testShare: 0.2, arms: null };
  return { command: 'training-data', source: RECORDED, folder, ...options, ...changes };
}

const linesOf = (folder: string, name: string): string[] =>
  readText(join(folder, name)).trimEnd().split('\n');

it('writes what the recorded runs teach, each prompt in one half', async () => {
  const order = await orderOf({});
  await exportTrainingData(order, never);
  const kinds = ['improving-pairs', 'preferences', 'winners'];
  const files = kinds.flatMap((kind) => [`${kind}-test.jsonl`, `${kind}-train.jsonl`]);
  expect(readdirSync(order.folder).sort()).toEqual(['README.md', ...files]);
  const rows = files.reduce((sum, name) => sum + linesOf(order.folder, name).length, 0);
  expect(rows).toBeGreaterThan(100);
  // The list of what is recorded is no run.
  expect(said[0]).toMatch(/^index\.json is left out: The file isn't a run/);
  const runs = readdirSync(RECORDED).filter((name) => name !== 'index.json').length;
  expect(said.at(-1)).toBe(
    `${String(rows)} rows from ${String(runs)} runs; README.md beside them says of what, and what was left out.`,
  );
});

it('takes runs of a study’s folder, of the strategies and with the margin asked for', async () => {
  const source = await temporaryFolder('prs-study');
  cpSync(join(RECORDED, 'first.json'), join(source, 'runs-00001.json'));
  writeFileSync(join(source, 'study.json'), '{}');
  const order = await orderOf({ source, arms: ['prand'], margin: 0.5, testShare: 0 });
  await exportTrainingData(order, never);
  expect(said).toHaveLength(1);
  const card = readText(join(order.folder, 'README.md'));
  expect(card).toContain('Least margin of reward: 0.5');
  expect(card).toContain('Strategies: prand; others were left out.');
  expect(card).not.toContain('| PRS');
});

it('refuses a folder that isn’t empty, what isn’t there, and what holds no runs', async () => {
  const order = await orderOf({});
  await exportTrainingData(order, never);
  await expect(exportTrainingData(order, never)).rejects.toThrow(
    /isn’t empty: name another folder/,
  );
  const nowhere = await orderOf({ source: '/nowhere' });
  await expect(exportTrainingData(nowhere, never)).rejects.toThrow('There is no /nowhere.');
  const file = await orderOf({});
  writeFileSync(file.folder, 'a file');
  await expect(exportTrainingData(file, never)).rejects.toThrow(
    /out can’t be a folder: name another/,
  );
  const empty = await orderOf({ source: join(repositoryRoot, 'docs/examples') });
  await expect(exportTrainingData(empty, never)).rejects.toThrow(/holds no runs/);
});

it('is stopped while it reads and while it writes, and leaves nothing', async () => {
  const reading = await orderOf({});
  const [stop, stopLater] = [new AbortController(), new AbortController()];
  setImmediate(() => {
    stop.abort();
  });
  await expect(exportTrainingData(reading, stop.signal)).rejects.toHaveProperty(
    'name',
    'AbortError',
  );
  expect(readdirSync(reading.folder)).toEqual([]);
  const writing = await orderOf({});
  const stopWhenBegun = (): void => {
    if (existsSync(join(writing.folder, 'winners-train.jsonl'))) stopLater.abort();
    else setImmediate(stopWhenBegun);
  };
  stopWhenBegun();
  await expect(exportTrainingData(writing, stopLater.signal)).rejects.toHaveProperty(
    'name',
    'AbortError',
  );
  expect(readdirSync(writing.folder)).toEqual([]);
});

it('takes the place of what a kill left half written', async () => {
  const order = await orderOf({});
  mkdirSync(order.folder);
  writeFileSync(join(order.folder, 'other-train.jsonl.new'), '{"pro');
  await exportTrainingData(order, never);
  expect(readdirSync(order.folder)).not.toContain('other-train.jsonl.new');
  expect(readdirSync(order.folder)).toContain('README.md');
});

it.each<[string[], RegExp]>([
  [['training-data'], /takes one folder of runs/],
  [['training-data', 'a'], /Name the folder of the data/],
  [
    ['training-data', 'a', '--out', 'b', '--test', '2'],
    /--test takes a number from 0 to 1, not "2"/,
  ],
  [
    ['training-data', 'a', '--out', 'b', '--margin', 'x'],
    /--margin takes a number from 0, not "x"/,
  ],
  [['training-data', 'a', '--out', 'b', '--arms', 'best'], /There is no arm "best"/],
])('%j is refused in a sentence', (commandLine, sentence) => {
  expect(() => readOrder(commandLine, {})).toThrow(sentence);
});

it('takes every strategy that there is', () => {
  const line = ['training-data', 'a', '--out', 'b', '--arms', ARM_KINDS.join(',')];
  expect(readOrder(line, { INIT_CWD: '/work' })).toEqual({
    ...{ command: 'training-data', source: '/work/a', folder: '/work/b' },
    ...{ margin: 0, testShare: 0.1, arms: ARM_KINDS },
  });
});
