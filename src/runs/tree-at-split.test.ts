import { expect, it } from 'vitest';
import { makeArm, plantTree, rewardOf, type SamplingTree, type Split } from '../core/index.ts';
import {
  fakeHeader,
  fakePlan,
  fakePolicy,
  fakeRewardModel,
  runToEnd,
} from '../core/testing/fake-run.ts';
import { splitShown } from './played-run.ts';
import { treeAtSplit } from './tree-at-split.ts';

const kinds = ['rand', 'prand', 'prs'] as const;

async function sampled(split: Split): Promise<SamplingTree> {
  const budget = split.reduce((sum, part) => sum + part, 0);
  const plan = fakePlan(kinds.map((kind) => makeArm(kind, budget, split)));
  const policy = fakePolicy(({ seed }) => String(seed % 100));
  const rewardModel = fakeRewardModel(({ response }) => Number(response));
  return (await runToEnd(plantTree(fakeHeader(plan)), policy, rewardModel)).tree;
}

const rewards = ({ arms }: SamplingTree) => arms.map(({ nodes }) => nodes.map(rewardOf));

it('reads a run at the split and budget that another run was planned with', async () => {
  const [eight, four] = [await sampled([4, 4]), await sampled([4, 0])];
  const { tree, missing } = treeAtSplit(eight, [4, 0]);
  expect(missing).toBe(0);
  expect(tree.run.plan.budget).toBe(4);
  expect(tree.run.plan.arms.map(({ id, split }) => [id, split])).toEqual([
    ['rand', [4]],
    ['prand', [4]],
    ['prs', [4, 0]],
  ]);
  expect(rewards(tree)).toEqual(rewards(four));
});

it('counts what was not drawn, and draws none of it', async () => {
  const four = await sampled([2, 2]);
  const { tree, missing } = treeAtSplit(four, [3, 3]);
  // Drafts 5 and 6 of Rand and of PRand, and at least one refinement.
  expect(missing).toBeGreaterThanOrEqual(5);
  expect(tree.arms.every(({ winnerId }) => winnerId === null)).toBe(true);
});

it('tells the split that is shown where it isn’t the run’s own', async () => {
  const run = await sampled([2, 2]);
  const planned = run.run.plan.arms;
  expect(splitShown(planned, run.arms)).toBe(null);
  expect(splitShown(planned, treeAtSplit(run, [4, 0]).tree.arms)).toEqual([4, 0]);
  expect(splitShown(planned.slice(0, 1), run.arms.slice(0, 1))).toBe(null);
});
