import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  pool,
  type Reward,
  type RewardModel,
  type SamplingTree,
  scorableResponses,
  textOf,
} from '../src/core/index.ts';
import { fakeRewardModel, tickingClock } from '../src/core/testing/fake-run.ts';
import { storedTree } from '../src/runs/index.ts';
import { runFileFormat } from '../src/storage/index.ts';
import { runsOfFile } from './files-of-runs.ts';
import { readText } from './read-json.ts';
import { readOrder, type ScoreOrder } from './read-order.mjs';
import { scoreFile } from './score-file.ts';
import { scoreRuns } from './score-runs.ts';
import { ScoringReader } from './scoring-reader.ts';
import { keepQuiet } from './testing/keep-quiet.ts';
import { sampledStudy } from './testing/studies.ts';

const never = new AbortController().signal;

beforeEach(keepQuiet);
afterEach(() => {
  vi.restoreAllMocks();
});

function treesIn(path: string): readonly SamplingTree[] {
  return [...runsOfFile(path, true)].map((parsed) => {
    if (!parsed.ok) throw new Error(parsed.message);
    return storedTree(parsed.run);
  });
}

const orderOf = (changes: Partial<ScoreOrder>): ScoreOrder => ({
  ...{ command: 'score', sources: [], reward: 'pick-longest' },
  policy: { address: null, model: null, key: null, inFlight: 4 },
  ...changes,
});

/** Counts letters, and what it is asked. */
function letterCounter(failsAt: (call: number) => boolean = () => false) {
  const asked: string[] = [];
  const letters = fakeRewardModel(({ response }) => response.length);
  const rewardModel: RewardModel = {
    description: { ...letters.description, id: 'letters' },
    score: async (request, signal): Promise<Reward> => {
      asked.push(request.response);
      if (failsAt(asked.length)) throw new Error('Gone.');
      return letters.score(request, signal);
    },
  };
  return { asked, rewardModel };
}

function partsOf(rewardModel: RewardModel) {
  const clock = tickingClock();
  const reader = new ScoringReader({ rewardModel, clock, inFlight: 2, readsTextsAlone: true });
  return { reader, clock, keepsTokens: false, onRead: () => undefined };
}

/** A study's file of runs, before another scorer has read it and when it has read all of it. */
async function scoredStudy() {
  const file = join(await sampledStudy(), 'runs-00001.json');
  const unread = readFileSync(file, 'utf8');
  await scoreFile(file, partsOf(letterCounter().rewardModel), never);
  return { file, unread, whole: readFileSync(file, 'utf8') };
}

describe('another scorer', () => {
  it('reads every text of a study’s runs and changes nothing else in them', async () => {
    const folder = await sampledStudy();
    const file = join(folder, 'runs-00001.json');
    const before = treesIn(file);
    await scoreRuns(orderOf({ sources: [folder] }), never);
    const after = treesIn(file);
    expect(after.map((tree) => ({ ...tree, scorings: [] }))).toEqual(before);
    for (const { arms, scorings } of after) {
      expect(scorings.map(({ rewardModel }) => rewardModel.id)).toEqual(['pick-longest']);
      const told = scorings[0]?.outcomes ?? [];
      expect(told.map(({ scoring }) => scoring.status)).not.toContain('failed');
      expect(told).toHaveLength(arms.flatMap(pool).length);
    }
    const whole = readFileSync(file, 'utf8');
    await scoreRuns(orderOf({ sources: [folder] }), never);
    expect(readFileSync(file, 'utf8')).toBe(whole);
    expect(existsSync(`${file}.scored`)).toBe(false);
  });

  it('is asked about a text once, however many arms share it', async () => {
    const folder = await sampledStudy();
    const file = join(folder, 'runs-00001.json');
    const { asked, rewardModel } = letterCounter();
    let told = 0;
    const onRead = (texts: number): void => void (told += texts);
    await scoreFile(file, { ...partsOf(rewardModel), onRead }, never);
    expect(told).toBe(asked.length);
    const trees = treesIn(file);
    const responses = trees.flatMap((tree) => scorableResponses(tree));
    expect(asked.length).toBeLessThan(responses.length);
    expect(new Set(asked)).toEqual(new Set(responses.map(({ node }) => textOf(node))));
  });

  it('goes on with what any end of its writing has left, and asks again for no whole run', async () => {
    const { file, unread, whole } = await scoredStudy();
    const expected = treesIn(file);
    const perRun = expected.map(
      (tree) => new Set(scorableResponses(tree).map(({ node }) => textOf(node))).size,
    );
    const beside = `${file}.scored`;
    for (let step = 0; step <= 8; step += 1) {
      writeFileSync(file, unread);
      writeFileSync(beside, whole);
      truncateSync(beside, Math.floor((Buffer.byteLength(whole) * step) / 8));
      const left = [...runsOfFile(file, false)].length;
      const { asked, rewardModel } = letterCounter();
      await scoreFile(file, partsOf(rewardModel), never);
      const scored = treesIn(file);
      expect(scored.map(({ scorings }) => scorings)).toEqual(
        expected.map(({ scorings }) => scorings),
      );
      const kept = left - wholeRunsIn(whole, step / 8);
      const most = perRun.slice(-kept || perRun.length).reduce((sum, texts) => sum + texts, 0);
      expect(asked.length).toBe(kept === 0 ? 0 : most);
      expect(existsSync(beside)).toBe(false);
    }
  });

  it('takes over no run whose sum doesn’t hold of what was left, and names it', async () => {
    const { file, unread, whole } = await scoredStudy();
    writeFileSync(file, unread);
    const lines = whole.split('\n');
    // The last run, which can be read all the same.
    const last = lines.findLastIndex((line) => line.startsWith('{"format"'));
    const changed = (lines[last] ?? '').replace(
      /(.*)"scoring-given"(.*"measured":")/,
      '$1"scoring-given"$2z',
    );
    expect(changed).not.toBe(lines[last]);
    writeFileSync(`${file}.scored`, lines.with(last, changed).join('\n'));
    const { asked, rewardModel } = letterCounter();
    await scoreFile(file, partsOf(rewardModel), never);
    expect(asked.length).toBeGreaterThan(0);
    const said = vi.mocked(console.error).mock.calls.flat().join('\n');
    expect(said).toContain(`runs-00001.json.scored, run ${String(treesIn(file).length)}: damaged.`);
    expect(readFileSync(file, 'utf8')).not.toContain('"measured":"z');
  });

  it.each<[string, (left: string) => string]>([
    ['carriage returns', (left) => left.replaceAll('\n', '\r\n')],
    ['a byte order mark', (left) => `\ufeff${left}`],
    ['an empty line', (left) => left.replace('},\n{', '},\n\n{')],
    ['a line in front', (left) => `{}\n${left}`],
    ['a lost comma', (left) => left.replace('},\n{', '}\n{')],
    ['a lost head', (left) => left.slice(left.indexOf('{"format"'))],
    ['a changed head', (left) => left.replace('"runs"', '"rubs"')],
    ['another head’s moment', (left) => left.replace(/T[\d:.]+Z/, 'T01:02:03.004Z')],
  ])('loses no run to %s in what was left', async (_, change) => {
    const { file, unread, whole } = await scoredStudy();
    const expected = treesIn(file);
    writeFileSync(file, unread);
    // Three of its runs.
    const left = whole.split('\n').slice(0, 7).join('\n');
    expect(change(left)).not.toBe(left);
    writeFileSync(`${file}.scored`, `${change(left)}\n`);
    await scoreFile(file, partsOf(letterCounter().rewardModel), never);
    const scored: unknown = JSON.parse(readFileSync(file, 'utf8'));
    expect(scored).toMatchObject({ runs: { length: expected.length } });
    expect(treesIn(file)).toEqual(expected);
  });

  it('begins anew where what was left is of another file', async () => {
    const folder = await sampledStudy();
    const other = await sampledStudy({ prompts: [{ id: 'a', prompt: 'Why?' }], arms: ['prand'] });
    const file = join(folder, 'runs-00001.json');
    writeFileSync(`${file}.scored`, readFileSync(join(other, 'runs-00001.json')));
    const names = treesIn(file).map(({ run }) => run.name);
    await scoreFile(file, partsOf(letterCounter().rewardModel), never);
    expect(treesIn(file).map(({ run }) => run.name)).toEqual(names);
  });

  it('keeps the runs that were read when it answers no more, and tries failed texts again', async () => {
    const folder = await sampledStudy();
    const file = join(folder, 'runs-00001.json');
    const dying = letterCounter((call) => call > 30);
    await expect(scoreFile(file, partsOf(dying.rewardModel), never)).rejects.toThrow(
      'The scorer failed more than 4 times one after another: Gone.',
    );
    expect(treesIn(file).flatMap(({ scorings }) => scorings)).toEqual([]);
    const stumbling = letterCounter((call) => call === 2);
    await scoreFile(file, partsOf(stumbling.rewardModel), never);
    const failed = (): number =>
      treesIn(file)
        .flatMap(({ scorings }) => scorings.flatMap(({ outcomes }) => outcomes))
        .filter(({ scoring }) => scoring.status === 'failed').length;
    expect(failed()).toBeGreaterThan(0);
    const whole = letterCounter();
    await scoreFile(file, partsOf(whole.rewardModel), never);
    expect([failed(), whole.asked.length]).toEqual([0, 1]);
  });

  it.each([1e308, -2e9, Number.NaN])('is left where it only says %d', async (value) => {
    const folder = await sampledStudy();
    const file = join(folder, 'runs-00001.json');
    const beyond = fakeRewardModel(() => value);
    const description = { ...beyond.description, id: 'beyond' };
    const parts = partsOf({ ...beyond, description });
    await expect(scoreFile(file, parts, never)).rejects.toThrow(
      `The scorer failed more than 4 times one after another: The scorer returned ${String(value)}`,
    );
    expect(treesIn(file).flatMap(({ scorings }) => scorings)).toEqual([]);
  });

  it('tells how many texts have no reward', async () => {
    const folder = await sampledStudy();
    const { asked, rewardModel } = letterCounter((call) => call === 2 || call === 5);
    const told: number[] = [];
    const onRead = (_: number, failed: number): void => void told.push(failed);
    const file = join(folder, 'runs-00001.json');
    await scoreFile(file, { ...partsOf(rewardModel), onRead }, never);
    expect(told.reduce((sum, failed) => sum + failed, 0)).toBe(2);
    expect(asked.length).toBeGreaterThan(5);
  });

  it('reads a file that somebody exported', async () => {
    const folder = await sampledStudy();
    const [first] = runFileFormat.parse(readText(join(folder, 'runs-00001.json')));
    if (first?.ok !== true) throw new Error('A run was expected.');
    const file = join(folder, 'one.run.json');
    writeFileSync(file, runFileFormat.export(first.run, 0));
    await scoreRuns(orderOf({ sources: [file] }), never);
    expect(treesIn(file).map(({ scorings }) => scorings.length)).toEqual([1]);
  });

  it('reads more than texts of one model’s runs alone', async () => {
    const folder = await sampledStudy();
    const [first] = runFileFormat.parse(readText(join(folder, 'runs-00001.json')));
    if (first?.ok !== true) throw new Error('A run was expected.');
    const { header, events } = first.run;
    const file = join(folder, 'other.run.json');
    const policy = { ...header.policy, id: 'another', name: 'Another' };
    writeFileSync(file, runFileFormat.export({ header: { ...header, policy }, events }, 0));
    const sources = [join(folder, 'runs-00001.json'), file];
    const unread = sources.map(readText);
    const reward = 'mean-log-probability';
    await expect(scoreRuns(orderOf({ sources, reward }), never)).rejects.toThrow(
      `${header.policy.name} wrote some of these runs and Another others: have this scorer read those of one model at a time.`,
    );
    expect(sources.map(readText)).toEqual(unread);
    await scoreRuns(orderOf({ sources }), never);
    expect(treesIn(file).map(({ scorings }) => scorings.length)).toEqual([1]);
  });

  it('puts what is damaged beside the file and names it, before it is written anew', async () => {
    const folder = await sampledStudy();
    const file = join(folder, 'runs-00001.json');
    const count = treesIn(file).length;
    const lines = readText(file).split('\n');
    const damaged = (lines[5] ?? '').replace('"text":"s', '"text":"z');
    writeFileSync(file, lines.with(5, damaged).join('\r\n'));
    await scoreRuns(orderOf({ sources: [file] }), never);
    const said = vi.mocked(console.error).mock.calls.flat().join('\n');
    expect(said).toContain('runs-00001.json, line 6: damaged, and put into runs-00001.damaged');
    expect(readText(join(folder, 'runs-00001.damaged'))).toBe(`${damaged}\n`);
    expect(treesIn(file).map(({ scorings }) => scorings.length)).toEqual(Array(count - 1).fill(1));
  });

  it('is another than the one that chose, and says what it lacks', async () => {
    const folder = await sampledStudy();
    const refused = (changes: Partial<ScoreOrder>) =>
      expect(scoreRuns(orderOf({ sources: [folder], ...changes }), never)).rejects;
    await refused({ reward: 'rubric' }).toThrow(/Rubric chose in these runs/);
    await refused({ reward: 'judge-pointwise' }).toThrow(/reads with a language model/);
    await refused({ reward: 'taste' }).toThrow(/There is no scorer “taste” here/);
    await refused({ sources: ['/nowhere'] }).toThrow('There is no /nowhere.');
    expect(() => readOrder(['score', 'a'], {})).toThrow(/Say who scores/);
    expect(() => readOrder(['score'], {})).toThrow(/score takes folders of runs/);
  });
});

/** Runs whose lines are whole within a share of a file. */
function wholeRunsIn(file: string, share: number): number {
  const bytes = Buffer.from(file).subarray(0, Math.floor(Buffer.byteLength(file) * share));
  return bytes
    .toString('utf8')
    .split('\n')
    .slice(0, -1)
    .filter((line) => line.startsWith('{"format":"prs-playground-run"')).length;
}
