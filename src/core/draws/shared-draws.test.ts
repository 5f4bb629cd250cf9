import { describe, expect, it } from 'vitest';
import { makeArm } from '../plan/make-arm.ts';
import {
  fakeHeader,
  fakePlan,
  fakePolicy,
  fakeRewardModel,
  runToEnd,
} from '../testing/fake-run.ts';
import { plantTree } from '../tree/grow-tree-from-events.ts';
import { rewardOf, textOf } from '../tree/find-in-tree.ts';
import type { ArmTree } from '../tree/sampling-tree.ts';

describe('draws shared by the arms of a run', () => {
  it('are made once: PRand and PRS have their drafts in common, Rand has its own', async () => {
    const policy = fakePolicy(({ seed }) => String(seed));
    const arms = [makeArm('prs', 4, [2, 2]), makeArm('prand', 4, [4]), makeArm('rand', 4, [4])];
    const { tree } = await runToEnd(
      plantTree(fakeHeader(fakePlan(arms))),
      policy,
      fakeRewardModel(() => 1),
    );
    // Two drafts, a feedback, two refinements; two more drafts with z; four without.
    expect(policy.asked).toHaveLength(11);
    const [prs, prand, rand] = tree.arms;
    expect(prand?.nodes.slice(0, 2).map(textOf)).toEqual(prs?.nodes.slice(0, 2).map(textOf));
    expect(prand?.nodes.map(drawnFor)).toEqual([
      { armId: 'prs', nodeId: 'draft-1' },
      { armId: 'prs', nodeId: 'draft-2' },
      undefined,
      undefined,
    ]);
    expect(rand?.nodes.map(drawnFor)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('bring their reward with them', async () => {
    let scored = 0;
    const rewardModel = fakeRewardModel(() => (scored += 1));
    const arms = [makeArm('prs', 2, [2, 0]), makeArm('prand', 2, [2])];
    const { tree } = await runToEnd(
      plantTree(fakeHeader(fakePlan(arms))),
      fakePolicy(() => 'same'),
      rewardModel,
    );
    expect(scored).toBe(2);
    expect(tree.arms.map(({ nodes }) => nodes.map(rewardOf))).toEqual([
      [1, 2],
      [1, 2],
    ]);
  });
});

function drawnFor({ progress }: ArmTree['nodes'][number]): unknown {
  return progress.status === 'finished' ? progress.drawnFor : undefined;
}
