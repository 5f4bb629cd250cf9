import { expect, it } from 'vitest';
import { makeArm } from '../plan/make-arm.ts';
import { fakePolicy, fakeRewardModel, plantOne, tickingClock } from '../testing/fake-run.ts';
import { growTree } from '../tree/grow-tree-from-events.ts';
import { sampleFurtherArms } from './sample-further-arms.ts';

it('asks what comes next once what came before has been sampled, and takes over what was drawn', async () => {
  const policy = fakePolicy(({ seed }) => String(seed % 997));
  const rewardModel = fakeRewardModel(({ response }) => Number(response));
  const planted = plantOne('prs', [1, 1]);
  const splits = [
    [2, 0],
    [1, 2],
    [2, 0],
  ];
  const seen: number[] = [];
  const further = sampleFurtherArms(
    planted,
    (latest) => {
      seen.push(latest.arms.filter(({ status }) => status === 'finished').length);
      const split = splits.shift();
      const budget = split?.reduce((sum, part) => sum + part, 0) ?? 0;
      return split === undefined ? [] : [makeArm('prs', budget, split)];
    },
    { policy, rewardModel, clock: tickingClock() },
    new AbortController().signal,
  );
  let tree = planted;
  const ends: string[] = [];
  for await (const event of further) {
    tree = growTree(tree, event);
    if (event.type.startsWith('run-')) ends.push(event.type);
  }
  // It goes on until nothing further is wanted, and ends once.
  expect(ends).toEqual(['run-started', 'run-started', 'run-finished']);
  expect(tree.arms.map(({ arm }) => arm.id)).toEqual(['prs', 'prs-2-0', 'prs-1-2']);
  expect(tree.arms.map(({ status }) => status)).toEqual(['finished', 'finished', 'finished']);
  // The first arm waits for the run to begin; the last wish is for an arm that is there.
  expect(seen).toEqual([0, 2, 3]);
  // A draft, a feedback and a refinement; then one more draft; then one more refinement.
  expect(policy.asked).toHaveLength(5);
});
