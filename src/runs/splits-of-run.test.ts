import { expect, it } from 'vitest';
import { createPlay, makeArm, plantTree, rewardOf, type SamplingTree } from '../core/index.ts';
import {
  fakeHeader,
  fakePlan,
  fakePolicy,
  fakeRewardModel,
  runToEnd,
} from '../core/testing/fake-run.ts';
import { createSplitsOfRun } from './splits-of-run.ts';

const plan = fakePlan([makeArm('prs', 4, [2, 2]), makeArm('prand', 4, []), makeArm('rand', 4, [])]);

async function sampledRun(): Promise<SamplingTree> {
  const policy = fakePolicy(({ seed, messages }) => String((seed + messages.length) % 9973));
  const rewardModel = fakeRewardModel(({ response }) => Number(response));
  return (await runToEnd(plantTree(fakeHeader(plan)), policy, rewardModel)).tree;
}

it('tells each split’s winner where it is sampled, and what it lacks where it isn’t', async () => {
  const tree = await sampledRun();
  const read = createSplitsOfRun()(tree, tree.arms);
  const best = (index: number) =>
    Math.max(...(tree.arms[index]?.nodes ?? []).map((node) => rewardOf(node) ?? -1));
  expect(read).toMatchObject({ kind: 'prs', budget: 4, shown: [2, 2] });
  expect(read?.splits.map(({ drafts }) => drafts)).toEqual([0, 1, 2, 3, 4]);
  expect(read?.splits[2]).toMatchObject({ missing: 0, winner: { reward: best(0) } });
  // All drafts are PRand's; the anchor of no draft is a greedy one that nobody asked for.
  expect(read?.splits[4]).toMatchObject({ missing: 0, winner: { reward: best(1) } });
  expect(read?.splits[0]).toEqual({ drafts: 0, missing: 6, winner: null });
  expect(read?.lack.isWhole).toBe(true);
  expect(read?.references).toEqual([{ label: 'Rand 4', reward: best(2) }]);
});

it('reads at the budget and split that are shown, and is nothing without an arm that has a split', async () => {
  const tree = await sampledRun();
  const splitsOf = createSplitsOfRun();
  const play = createPlay(tree);
  expect(splitsOf(tree, play([makeArm('prs', 3, [1, 1, 1])]))).toMatchObject({
    ...{ budget: 3, shown: [1, 1, 1] },
    splits: [{ drafts: 0 }, { drafts: 1 }, { drafts: 2 }, { drafts: 3, missing: 0 }],
  });
  expect(splitsOf(tree, play([makeArm('rand', 4, [])]))).toBeNull();
});

it('reads anew only when a text or a reward has come', async () => {
  const tree = await sampledRun();
  const splitsOf = createSplitsOfRun();
  const before = splitsOf(tree, tree.arms);
  expect(splitsOf({ ...tree }, tree.arms)?.splits).toBe(before?.splits);
});
