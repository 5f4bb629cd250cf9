import { describe, expect, it } from 'vitest';
import {
  fakePolicy,
  fakeRewardModel,
  plantOne,
  runToEnd,
  tickingClock,
} from '../testing/fake-run.ts';
import type { RewardModel } from '../reward.ts';
import type { ScoringEvent } from '../tree/run-events.ts';
import { growTree } from '../tree/grow-tree-from-events.ts';
import type { SamplingTree, Scoring } from '../tree/sampling-tree.ts';
import { failedRewards, ownScoring } from './own-scoring.ts';
import { retryRewards } from './retry-rewards.ts';
import { otherAnchors, readByScoring } from './tree-by-another-scorer.ts';
import { missingResponses, scoreTree } from './score-tree.ts';
import { scoreAtOnce } from './score-tree-again.ts';

const never = new AbortController().signal;
const TEXTS = ['one', 'three three', 'two', 'feedback', 'four', ''];
const longest = fakeRewardModel(({ response }) => response.length);
const shortest = fakeRewardModel(({ response }) => -response.length);
const header = {
  id: 's1',
  rewardModel: shortest.description,
  conditionedOn: 'prompt',
} as const;

/** PRS 3/2 whose drafts are "one", "three three", "two"; the anchor by length is the second; one refinement is empty. */
async function finished(): Promise<SamplingTree> {
  const policy = fakePolicy((_, call) => TEXTS[call - 1] ?? '');
  return (await runToEnd(plantOne('prs', [3, 2]), policy, longest)).tree;
}

async function scored(
  tree: SamplingTree,
  rewardModel = shortest,
  bothWays = false,
): Promise<SamplingTree> {
  let grown = tree;
  const dependencies = { rewardModel, clock: tickingClock(), bothWays };
  for await (const event of scoreTree(tree, header, dependencies, never)) {
    grown = growTree(grown, event);
  }
  return grown;
}

function only(tree: SamplingTree): Scoring {
  const [scoring] = tree.scorings;
  if (scoring === undefined) throw new Error('no scoring');
  return scoring;
}

describe('a run scored again', () => {
  it('keeps both rewards, and asks for none of what is empty', async () => {
    const before = await finished();
    const after = await scored(before, shortest, true);
    expect(after.arms).toEqual(before.arms);
    expect(only(after).outcomes).toHaveLength(4);
    expect(only(after).outcomes[0]?.scoring).toMatchObject({
      reward: { value: -4, conditionedOn: 'prompt' },
      otherReward: { value: -4, conditionedOn: 'prompt-and-preference' },
    });
  });

  it('is read with the other winner, beside the anchor that was refined', async () => {
    const tree = await scored(await finished());
    const [arm] = readByScoring(tree, only(tree)).arms;
    if (arm === undefined) throw new Error('no arm');
    expect(tree.arms[0]?.winnerId).toBe('draft-2');
    expect(arm.winnerId).toBe('draft-1');
    expect(otherAnchors(arm)).toMatchObject([
      { layer: 1, chosen: { id: 'draft-2' }, wouldBe: { id: 'draft-1' } },
    ]);
    expect(tree.arms.flatMap(otherAnchors)).toEqual([]);
  });

  it('says nothing of the anchor where a response to choose among has no reward', async () => {
    const failing = fakeRewardModel(({ response }) => {
      if (response.startsWith('two')) throw new Error('The answer had no digits.');
      return -response.length;
    });
    const tree = await scored(await finished(), failing);
    const [arm] = readByScoring(tree, only(tree)).arms;
    if (arm === undefined) throw new Error('no arm');
    expect(arm.winnerId).toBe('draft-1');
    expect(otherAnchors(arm)).toEqual([]);
  });

  it('leaves a failure unscored, says why, and tries it again', async () => {
    let calls = 0;
    const failing = fakeRewardModel(({ response }) => {
      calls += 1;
      if (calls === 2) throw new Error('The answer had no digits.');
      if (calls === 3) return Number.NaN;
      return response.length;
    });
    const broken = await scored(await finished(), failing);
    const failures = only(broken).outcomes.filter(({ scoring }) => scoring.status === 'failed');
    expect(failures.map(({ scoring }) => scoring)).toEqual([
      { status: 'failed', message: 'The answer had no digits.' },
      {
        status: 'failed',
        message:
          'The scorer returned NaN: it and its parts should be numbers within ±1,000,000,000.',
      },
    ]);
    expect(readByScoring(broken, only(broken)).arms[0]?.nodes[1]?.scoring.status).toBe('failed');
    const mended = await scored(broken, failing);
    expect(calls).toBe(6);
    expect(missingResponses(mended, only(mended))).toEqual([]);
    expect(only(mended).outcomes).toHaveLength(4);
  });

  it('names the part that is out of bounds where the reward itself is not', async () => {
    const odd: RewardModel = {
      ...fakeRewardModel(() => 0.5),
      score: ({ conditionedOn }) =>
        Promise.resolve({
          ...{ value: 0.5, conditionedOn },
          breakdown: [
            { id: 'length', label: 'Length', value: 0.5, measured: '' },
            { id: 'warmth', label: 'Warmth', value: Number.NaN, measured: '' },
          ],
        }),
    };
    const message =
      'The scorer returned 0.5, of which NaN for “Warmth”: it and its parts should be numbers within ±1,000,000,000.';
    const tree = await scored(await finished(), odd);
    expect(only(tree).outcomes[0]?.scoring).toEqual({ status: 'failed', message });
  });

  it('keeps why the other way failed, and asks for that way alone when it is tried again', async () => {
    const asked: string[] = [];
    let broken = true;
    const oneWay = fakeRewardModel(({ conditionedOn, response }) => {
      asked.push(conditionedOn);
      if (broken && conditionedOn !== 'prompt' && response.startsWith('one')) {
        throw new Error('The answer had no digits.');
      }
      return response.length;
    });
    const half = await scored(await finished(), oneWay, true);
    expect(only(half).outcomes[0]?.scoring).toMatchObject({
      status: 'scored',
      reward: { value: 4 },
      otherReward: null,
      otherProblem: 'The answer had no digits.',
    });
    expect(missingResponses(half, only(half)).map(({ nodeId }) => nodeId)).toEqual(['draft-1']);
    broken = false;
    asked.length = 0;
    const whole = await scored(half, oneWay, true);
    expect(asked).toEqual(['prompt-and-preference']);
    expect(missingResponses(whole, only(whole))).toEqual([]);
    const again = only(whole).outcomes.find(({ response }) => response.nodeId === 'draft-1');
    expect(again?.scoring).toMatchObject({ reward: { value: 4 }, otherReward: { value: 4 } });
    expect(again?.scoring).not.toHaveProperty('otherProblem');
  });

  it('keeps what it has when it is stopped, and goes on from there', async () => {
    const tree = await finished();
    const stop = new AbortController();
    const told: ScoringEvent[] = [];
    const dependencies = { rewardModel: shortest, clock: tickingClock(), bothWays: false };
    const stopped = async (): Promise<void> => {
      for await (const event of scoreTree(tree, header, dependencies, stop.signal)) {
        told.push(event);
        if (told.length === 3) stop.abort(new Error('stopped'));
      }
    };
    await expect(stopped()).rejects.toThrow('stopped');
    const half = told.reduce<SamplingTree>(growTree, tree);
    expect(only(half).outcomes).toHaveLength(2);
    const whole = await scored(half);
    expect(whole.scorings).toHaveLength(1);
    expect(only(whole).outcomes).toEqual(only(await scored(tree)).outcomes);
  });

  it('is there at once where the scorer needs the texts alone', async () => {
    const tree = await finished();
    const value = (response: string) => ({
      value: response.length,
      breakdown: [{ id: 'length', label: 'Length', value: response.length, measured: '' }],
    });
    const rewardModel = {
      ...longest,
      scoreAtOnce: ({ response, conditionedOn }: Parameters<typeof longest.score>[0]) => ({
        ...value(response),
        conditionedOn,
      }),
    };
    const live = { id: 'live', conditionedOn: 'prompt' } as const;
    expect(scoreAtOnce(tree, live, longest)).toBeNull();
    const scoring = scoreAtOnce(tree, live, rewardModel);
    expect(scoring?.outcomes.map((each) => each.scoring)).toMatchObject([
      { reward: { value: 4 } },
      { reward: { value: 12 } },
      { reward: { value: 4 } },
      { reward: { value: 5 } },
    ]);
  });
});

describe('a reward that failed while the run was sampled', () => {
  it('is tried again, may win, and changes no anchor', async () => {
    let broken = true;
    const shaky = fakeRewardModel(({ response }) => {
      if (broken && response.startsWith('four')) throw new Error('Timed out.');
      return response.startsWith('four') ? 99 : response.length;
    });
    const policy = fakePolicy((_, call) => TEXTS[call - 1] ?? '');
    let { tree } = await runToEnd(plantOne('prs', [3, 2]), policy, shaky);
    expect(failedRewards(tree)).toBe(1);
    expect(ownScoring(tree).outcomes).toHaveLength(4);
    broken = false;
    const told = [];
    for await (const event of retryRewards(tree, shaky, never)) {
      told.push(event.type);
      tree = growTree(tree, event);
    }
    expect(told).toEqual(['reward-given', 'winner-chosen']);
    expect(failedRewards(tree)).toBe(0);
    expect(tree.arms[0]?.winnerId).toBe('refinement-1-1');
    expect(tree.arms[0]?.anchors).toEqual([null, 'draft-2']);
  });

  it('is tried again the other way, where only that way failed', async () => {
    let broken = true;
    const oneWay = fakeRewardModel(({ conditionedOn, response }) => {
      if (broken && conditionedOn === 'prompt') throw new Error('Timed out.');
      return response.length;
    });
    const planted = plantOne('rand', [2], { scoreBothWays: true });
    let { tree } = await runToEnd(
      planted,
      fakePolicy((_, call) => TEXTS[call - 1] ?? ''),
      oneWay,
    );
    expect(tree.arms[0]?.nodes[0]?.scoring).toMatchObject({ otherProblem: 'Timed out.' });
    expect(failedRewards(tree)).toBe(2);
    broken = false;
    for await (const event of retryRewards(tree, oneWay, never)) tree = growTree(tree, event);
    expect(failedRewards(tree)).toBe(0);
    expect(tree.arms[0]?.nodes[0]?.scoring).toMatchObject({
      reward: { conditionedOn: 'prompt-and-preference' },
      otherReward: { conditionedOn: 'prompt' },
    });
  });
});
