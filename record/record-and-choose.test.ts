import { describe, expect, it } from 'vitest';
import {
  lackOfSplits,
  createPlay,
  readEverySplit,
  replay,
  type StoredRun,
} from '../src/core/index.ts';
import { fakePolicy, fakeRewardModel } from '../src/core/testing/fake-run.ts';
import { parseRunFile, runFileFormat } from '../src/storage/index.ts';
import { chooseRuns, entryOf, placeOf } from './choose.ts';
import { RECORDED_KINDS } from './kinds.ts';
import { recordRun } from './record-run.ts';
import { factsOf } from './run-facts.ts';
import { smallRun } from '../src/storage/run-file/small-run.ts';
import { planFor, RECORDED_WISHES, type RecordedWish } from './wishes.ts';

const WISH: RecordedWish = {
  name: 'tea',
  prompt: 'How is tea made?',
  preference: 'Be brief.',
  seed: 1,
};

/** Answers in words that depend on the seed alone, so that a recording can be made again. */
function record(
  wish: RecordedWish,
  rewardOfNumber: (number: number) => number,
): Promise<StoredRun> {
  const policy = fakePolicy(({ seed }) => `Answer ${String(seed % 97)} of many`);
  const rewardModel = fakeRewardModel(({ response }) =>
    rewardOfNumber(Number(response.split(' ')[1])),
  );
  return recordRun(wish, { policy, rewardModel });
}

function textsOf({ events }: StoredRun): readonly string[] {
  return events.flatMap((event) => ('text' in event ? [event.text] : []));
}

describe('recordRun', () => {
  it('draws all that every split needs, and the same texts when it is made again', async () => {
    const run = await record(WISH, (number) => number);
    const splits = readEverySplit(createPlay(replay(run.header, run.events)), 'prs', 16);
    expect(lackOfSplits(splits)).toEqual({ texts: 0, isWhole: true });
    expect(textsOf(await record(WISH, (number) => number))).toEqual(textsOf(run));
  });
});

describe('smallRun', () => {
  it('is a run that the page opens, of the same texts and rewards and of no tokens', async () => {
    const run = await record(WISH, (number) => (number * 7.123456) % 5);
    const parsed = parseRunFile(runFileFormat.export(smallRun(run), 0));
    if (!parsed.ok) throw new Error(parsed.message);
    const [small, whole] = [factsOf(parsed.run), factsOf(run)];
    expect(small.prs.winnerIs).toBe(whole.prs.winnerIs);
    expect(small.bySplit.map((reward) => reward.toFixed(2))).toEqual(
      whole.bySplit.map((reward) => reward.toFixed(2)),
    );
    expect(textsOf(parsed.run).toSorted()).toEqual(textsOf(run).toSorted());
    expect(JSON.stringify(parsed.run)).not.toContain('logProbability"');
  });
});

describe('chooseRuns', () => {
  it('gives each kind the run that makes its point most clearly, and no run twice', async () => {
    const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
    const runs = await Promise.all(
      seeds.map((seed) =>
        record({ ...WISH, name: `tea-${String(seed)}`, seed }, (number) => (number * seed) % 11),
      ),
    );
    const chosen = chooseRuns(runs);
    expect(chosen.length).toBeGreaterThan(3);
    expect(new Set(chosen.map(({ run }) => run.header.id)).size).toBe(chosen.length);
    let left = [...runs];
    const inTurn = chosen.toSorted((one, other) => placeOf(one.kind) - placeOf(other.kind));
    for (const { kind, title, run } of inTurn) {
      const strengths = left.map((each) => kind.strength(factsOf(each)) ?? -Infinity);
      expect(kind.strength(factsOf(run))).toBe(Math.max(...strengths));
      expect(title).toBe(kind.title(factsOf(run)));
      left = left.filter((each) => each !== run);
      expect(entryOf({ kind, title, run })).toMatchObject({ name: kind.id, title, budget: 16 });
    }
  });

  it('knows each kind by a name of its own', () => {
    expect(new Set(RECORDED_KINDS.map(({ id }) => id)).size).toBe(RECORDED_KINDS.length);
  });
});

describe('the wishes', () => {
  it('have names of their own and ask what the page would ask', () => {
    expect(new Set(RECORDED_WISHES.map(({ name }) => name)).size).toBe(RECORDED_WISHES.length);
    const cold = RECORDED_WISHES.find(({ temperature }) => temperature === 0.1);
    expect(cold && planFor(cold).sampling.temperature).toBe(0.1);
  });
});
