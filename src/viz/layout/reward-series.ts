import { rewardOf } from '../../core/index.ts';
import type { ArmTree, TreeNode } from '../../core/index.ts';

/** One response in the order sampled, with the best reward of the pool up to and including it. */
export interface RewardPoint {
  readonly node: TreeNode;
  /** From 1, as responses are counted towards N; 0 for the anchor draft outside the budget. */
  readonly order: number;
  /** Null while it has none, or where it gets none. */
  readonly reward: number | null;
  /** Null until a response of the pool is scored. */
  readonly bestSoFar: number | null;
}

/** The responses of an arm in the order sampled. Responses outside the budget are shown and not counted in the best so far. */
export function rewardSeries(arm: ArmTree): readonly RewardPoint[] {
  const points: RewardPoint[] = [];
  let order = 0;
  let best: number | null = null;
  for (const node of arm.nodes) {
    if (node.kind === 'feedback') continue;
    const reward = rewardOf(node);
    if (node.inBudget) {
      order += 1;
      if (reward !== null && (best === null || reward > best)) best = reward;
    }
    points.push({ node, order: node.inBudget ? order : 0, reward, bestSoFar: best });
  }
  return points;
}
