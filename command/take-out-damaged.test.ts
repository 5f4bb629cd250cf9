import {
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { tickingClock } from '../src/core/testing/fake-run.ts';
import { createScriptedPolicy, wordScript } from '../src/engines/testing/scripted-policy.ts';
import { runFileFormat } from '../src/storage/index.ts';
import { runStudy } from './run-study.ts';
import { scoreRuns } from './score-runs.ts';
import { keepQuiet } from './testing/keep-quiet.ts';
import { runsIn } from './testing/kept-in-folder.ts';
import { sumOf, tailWithSums } from './shard-sums.ts';
import { SMALL_STUDY, sampledStudy } from './testing/studies.ts';

beforeEach(keepQuiet);
afterEach(() => {
  vi.restoreAllMocks();
});

const WORDS = ['sky ', 'sea. ', 'salt ', 'blue ', '- why '];
const SHARD = 'runs-00001.json';
/** Lines before the runs. */
const HEAD_LINES = 4;

/** Goes on with a study as `sampledStudy` has sampled it. @returns calls of the model */
async function goOn(folder: string): Promise<number> {
  const policy = createScriptedPolicy(wordScript(WORDS, 8));
  const order = {
    ...({ command: 'study', folder, reward: null, again: false } as const),
    ...{ studyFile: join(dirname(folder), 'study.json') },
    policy: { address: null, model: null, key: null, inFlight: 8 },
  };
  const world = { openPolicy: () => ({ policy, lacks: [] }), newRunId: () => 'unused' };
  await runStudy(order, new AbortController().signal, { clock: tickingClock(), ...world });
  return policy.calls.length;
}

/** Changes a line of a file. @param number from 1 */
function changeLine(path: string, number: number, change: (line: string) => string): void {
  const lines = readFileSync(path, 'utf8').split('\n');
  lines[number - 1] = change(lines[number - 1] ?? '');
  writeFileSync(path, lines.join('\n'));
}

const told = (): string => vi.mocked(console.error).mock.calls.flat().join('\n');
const idsIn = (folder: string) => runsIn(folder).map(({ header }) => header.id);

it.each([
  ['a letter of a text', (line: string) => line.replace('"text":"s', '"text":"z')],
  ['a quote', (line: string) => line.replace('"text":"', '"text"~"')],
  ['the beginning of its line', (line: string) => line.replace('{"format"', '{"fXrmat"')],
])('samples a run again of which %s was damaged, and no other', async (_, damage) => {
  const folder = await sampledStudy();
  const path = join(folder, SHARD);
  const before = runsIn(folder);
  expect(await goOn(folder)).toBe(0);
  const number = HEAD_LINES + 3;
  const lost = before[2];
  if (lost === undefined) throw new Error('Three runs were expected.');
  const whole = readFileSync(path, 'utf8');
  changeLine(path, number, damage);
  expect(readFileSync(path, 'utf8')).not.toBe(whole);

  expect(await goOn(folder)).toBeGreaterThan(0);
  expect(told()).toContain(`${SHARD}, line ${String(number)}: damaged, and put into `);
  const after = runsIn(folder);
  expect(idsIn(folder).toSorted()).toEqual(before.map(({ header }) => header.id).toSorted());
  const others = before.filter((run) => run !== lost);
  expect(after.filter(({ header }) => header.id !== lost.header.id)).toEqual(others);
  expect(readFileSync(join(folder, 'runs-00001.damaged'), 'utf8').split('\n')).toHaveLength(2);
  const parsed = runFileFormat.parse(readFileSync(path, 'utf8'));
  expect(parsed.map(({ ok }) => ok)).toEqual(before.map(() => true));
  expect(await goOn(folder)).toBe(0);
});

it('keeps all runs where only the sums or the lines around the runs were damaged', async () => {
  const folder = await sampledStudy();
  const path = join(folder, SHARD);
  const before = runsIn(folder);
  changeLine(path, 4, () => '"ruXs": [');
  expect(await goOn(folder)).toBe(0);
  expect(runFileFormat.parse(readFileSync(path, 'utf8')).every(({ ok }) => ok)).toBe(true);
  const sums = readFileSync(path, 'utf8')
    .split('\n')
    .findIndex((line) => line.startsWith('"sums"'));
  changeLine(path, sums + 1, (line) => line.replace(/": ".{8}/, '": "00000000'));
  expect(await goOn(folder)).toBe(0);
  expect(runsIn(folder)).toEqual(before);
});

it('gives no damaged run a new sum where the sums were damaged too', async () => {
  const folder = await sampledStudy();
  const path = join(folder, SHARD);
  const before = runsIn(folder);
  const sums = readFileSync(path, 'utf8')
    .split('\n')
    .findIndex((line) => line.startsWith('"sums"'));
  changeLine(path, sums + 1, (line) => line.replace('"sums"', '"suXs"'));
  changeLine(path, HEAD_LINES + 2, (line) => line.replace('"text":"s', '"text":"z'));
  expect(await goOn(folder)).toBeGreaterThan(0);
  const lines = `lines ${String(HEAD_LINES + 2)}, ${String(sums + 1)}`;
  expect(told()).toContain(`${SHARD}, ${lines}: damaged, and put into `);
  expect(idsIn(folder).toSorted()).toEqual(before.map(({ header }) => header.id).toSorted());
  const others = before.toSpliced(1, 1);
  expect(runsIn(folder).filter((run) => run.header.id !== before[1]?.header.id)).toEqual(others);
});

it('finds lines that can’t be read in a file without sums, as studies of earlier versions have', async () => {
  const folder = await sampledStudy();
  const path = join(folder, SHARD);
  const plain = readFileSync(path, 'utf8').replace(/\],\n"sums": .*\n/, ']\n');
  writeFileSync(path, plain);
  expect(await goOn(folder)).toBe(0);
  writeFileSync(path, plain);
  changeLine(path, HEAD_LINES + 1, (line) => line.replace('"draft-finished"', '"draft-finishe~"'));
  expect(await goOn(folder)).toBeGreaterThan(0);
  expect(new Set(idsIn(folder)).size).toBe(SMALL_STUDY.prompts.length * SMALL_STUDY.seeds.length);
});

it('leaves runs of a newer version alone in a file without sums, and refuses them in a sentence', async () => {
  const folder = await sampledStudy();
  const path = join(folder, SHARD);
  const newer = readFileSync(path, 'utf8')
    .replace(/\],\n"sums": .*\n/, ']\n')
    .replace(
      /^\{"format":"prs-playground-run","version":\d+/m,
      '{"format":"prs-playground-run","version":99',
    );
  expect(newer).toContain('"version":99');
  writeFileSync(path, newer);
  await expect(goOn(folder)).rejects.toThrow(
    /runs-00001\.json has runs of a newer version .*\(format 99\)/,
  );
  expect(readFileSync(path, 'utf8')).toBe(newer);
  expect(readdirSync(folder)).not.toContain('runs-00001.damaged');
});

it('knows a damaged run in a file that another scorer has read', async () => {
  const folder = await sampledStudy();
  const path = join(folder, SHARD);
  const policy = { address: null, model: null, key: null, inFlight: 4 };
  const order = { command: 'score', sources: [folder], reward: 'pick-longest', policy } as const;
  await scoreRuns(order, new AbortController().signal);
  const whole = readFileSync(path, 'utf8');
  expect(await goOn(folder)).toBe(0);
  expect(readFileSync(path, 'utf8')).toBe(whole);
  changeLine(path, HEAD_LINES + 2, (line) => line.replace('"text":"s', '"text":"z'));
  expect(await goOn(folder)).toBeGreaterThan(0);
  expect(told()).toContain(`${SHARD}, line ${String(HEAD_LINES + 2)}: damaged`);
});

it('begins anew where every line was damaged, and leaves another file of such a name alone', async () => {
  const folder = await sampledStudy();
  const path = join(folder, SHARD);
  const runs = idsIn(folder);
  for (let place = 1; place <= runs.length; place += 1) {
    changeLine(path, HEAD_LINES + place, (line) => line.replace('"events":[', '"events"?['));
  }
  expect(await goOn(folder)).toBeGreaterThan(0);
  expect(idsIn(folder).toSorted()).toEqual(runs.toSorted());

  writeFileSync(path, 'Dear diary,\nit rained.\n');
  await expect(goOn(folder)).rejects.toThrow(/is no file of runs: move it away/);
  expect(readFileSync(path, 'utf8')).toBe('Dear diary,\nit rained.\n');
  expect(existsSync(join(folder, 'under-way'))).toBe(true);
  expect(readdirSync(folder)).toContain(SHARD);
});

it('keeps all runs of a file whose lines have come to end as on Windows, and goes on in it', async () => {
  const folder = await sampledStudy();
  const path = join(folder, SHARD);
  const before = runsIn(folder);
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll('\n', '\r\n'));
  expect(await goOn(folder)).toBe(0);
  changeLine(path, HEAD_LINES + 2, (line) => line.replace('"text":"s', '"text":"z'));
  expect(await goOn(folder)).toBeGreaterThan(0);
  expect(told()).toContain(`${SHARD}, line ${String(HEAD_LINES + 2)}: damaged`);
  const [, lost, ...others] = before;
  expect(runsIn(folder)).toEqual(expect.arrayContaining([before[0], ...others]));
  expect(new Set(idsIn(folder)).size).toBe(before.length);
  expect(idsIn(folder).at(-1)).toBe(lost?.header.id);
});

it('writes nothing into a file that is whole', async () => {
  const folder = await sampledStudy();
  const path = join(folder, SHARD);
  utimesSync(path, 1, 1);
  expect(await goOn(folder)).toBe(0);
  expect(statSync(path).mtimeMs).toBe(1_000);
});

it('puts a line aside that is no whole run, though its sum is told', async () => {
  const folder = await sampledStudy();
  const path = join(folder, SHARD);
  const lines = readFileSync(path, 'utf8').split('\n');
  const run = (lines[HEAD_LINES] ?? '').replace(/,$/, '');
  const blessed = `${run} `;
  lines[HEAD_LINES] = `${blessed},`;
  const runs = lines.slice(HEAD_LINES, -4).map((line) => line.replace(/,$/, ''));
  writeFileSync(
    path,
    lines.slice(0, HEAD_LINES + runs.length).join('\n') + tailWithSums(runs.map(sumOf)),
  );
  expect(await goOn(folder)).toBeGreaterThan(0);
  expect(readFileSync(path.replace(/json$/, 'damaged'), 'utf8')).toContain(blessed);
  expect(idsIn(folder)).toHaveLength(runs.length);
});
