import { expect, it } from 'vitest';
import {
  growTree,
  makeArm,
  ownScoring,
  plantTree,
  pool,
  type ArmTree,
  type SamplingTree,
  type Scoring,
} from '../../core/index.ts';
import {
  fakeHeader,
  fakePlan,
  fakePolicy,
  fakeRewardModel,
  runToEnd,
} from '../../core/testing/fake-run.ts';
import { rewardsByScoring } from './rewards-by-scoring.ts';

/** A run whose texts are all alike, read by a scorer that has another reward for each draw. */
async function readRun(): Promise<{ readonly tree: SamplingTree; readonly scoring: Scoring }> {
  const arms = [makeArm('rand', 3, [3]), makeArm('prs', 4, [2, 2])];
  const planted = plantTree(fakeHeader(fakePlan(arms)));
  const rewardModel = fakeRewardModel(() => 0);
  const { events } = await runToEnd(
    planted,
    fakePolicy(() => 'The same.'),
    rewardModel,
  );
  const tree = events.reduce(growTree, planted);
  const outcomes = ownScoring(tree).outcomes.map(({ response, scoring }, place) => ({
    response,
    scoring:
      scoring.status === 'scored'
        ? { ...scoring, reward: { ...scoring.reward, value: place } }
        : scoring,
  }));
  return { tree, scoring: { ...ownScoring(tree), id: 'tokens-1', outcomes } };
}

const rewardsOf = ({ arm, nodes }: ArmTree, rewardOf: ReturnType<typeof rewardsByScoring>) =>
  nodes.filter(({ kind }) => kind !== 'feedback').map((node) => rewardOf(node, arm.id));

it('has for each of two equal texts the reward of its own draw', async () => {
  const { tree, scoring } = await readRun();
  const rewardOf = rewardsByScoring(tree, scoring);
  const [rand, prs] = tree.arms;
  if (rand === undefined || prs === undefined) throw new Error('Two arms were expected.');
  expect(rewardsOf(rand, rewardOf)).toEqual([0, 1, 2]);
  expect(rewardsOf(prs, rewardOf)).toEqual([3, 4, 5, 6]);
  // As an arm has it that is read out of what these have drawn, under an id of its own or of another.
  for (const id of ['read-out', 'rand']) {
    const arm = { ...prs, arm: { ...prs.arm, id } };
    expect(rewardsOf(arm, rewardOf)).toEqual([3, 4, 5, 6]);
  }
});

it('has none for a draw that was not read, though another of the same text was', async () => {
  const { tree, scoring } = await readRun();
  const [, prs] = tree.arms;
  const last = prs === undefined ? undefined : pool(prs).at(-1);
  if (prs === undefined || last === undefined) throw new Error('A response was expected.');
  const others = scoring.outcomes.filter(({ response }) => response.nodeId !== last.id);
  const rewardOf = rewardsByScoring(tree, { ...scoring, outcomes: others });
  expect(rewardOf(last, prs.arm.id)).toBeNull();
});
