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
  const before = arm.nodes.filter((node) => node.kind !== 'feedback' && node.layer < layer);
  const poolBefore = before.filter((node) => node.inBudget);
  return bestOf(poolBefore.length > 0 ? poolBefore : before);
}
