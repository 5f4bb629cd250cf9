import { ARM_TRAITS } from '../plan/arms.ts';
import { rewardOf } from './find-in-tree.ts';
import type { ArmTree, TreeNode } from './sampling-tree.ts';

/** The node with the highest reward; a tie goes to the earlier one; null where none has a reward. */
export function bestOf(nodes: readonly TreeNode[]): TreeNode | null {
  let best: TreeNode | null = null;
  let bestReward = Number.NEGATIVE_INFINITY;
  for (const node of nodes) {
    const reward = rewardOf(node);
    if (reward !== null && reward > bestReward) {
      best = node;
      bestReward = reward;
    }
  }
  return best;
}

/**
 * Anchor of `layer`: the best response of the pool before it. Where the pool before it is empty (PRS (0, N)),
 * the greedy anchor draft takes its place.
 */
export function anchorFor(arm: ArmTree, layer: number): TreeNode | null {
  return bestOf(responsesBefore(arm, layer));
}

/**
 * The rejected response of `layer`: the worst of those that its anchor is the best of, the earliest of several; null where the
 * arm's feedback reads none, or where none is worse than the anchor.
 */
export function rejectedFor(arm: ArmTree, layer: number): TreeNode | null {
  if (ARM_TRAITS[arm.arm.kind].feedbackReadsRejected !== true) return null;
  const before = responsesBefore(arm, layer);
  const rewards = before.flatMap((node) => rewardOf(node) ?? []);
  const least = Math.min(...rewards);
  if (!rewards.some((reward) => reward > least)) return null;
  return before.find((node) => rewardOf(node) === least) ?? null;
}

function responsesBefore(arm: ArmTree, layer: number): readonly TreeNode[] {
  const before = arm.nodes.filter((node) => node.kind !== 'feedback' && node.layer < layer);
  const poolBefore = before.filter((node) => node.inBudget);
  return poolBefore.length > 0 ? poolBefore : before;
}
