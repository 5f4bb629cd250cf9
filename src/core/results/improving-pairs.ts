import { feedbackReadBy, findNode, rewardOf } from '../tree/read-tree.ts';
import type { ArmTree, NodeId } from '../tree/sampling-tree.ts';

/** (y0*, f, y1) with R(y1) strictly above R(y0*). */
export interface ImprovingPair {
  readonly anchorId: NodeId;
  /** Null where the refinement was written without feedback. */
  readonly feedbackId: NodeId | null;
  readonly refinementId: NodeId;
  /** R(y1) − R(y0*), positive. */
  readonly gain: number;
}

export function improvingPairs(arm: ArmTree): readonly ImprovingPair[] {
  return arm.nodes.flatMap((node) => {
    if (node.kind !== 'refinement') return [];
    const anchor = findNode(arm, arm.anchors[node.layer] ?? null);
    const anchorReward = anchor === null ? null : rewardOf(anchor);
    const reward = rewardOf(node);
    if (anchor === null || anchorReward === null || reward === null) return [];
    if (reward <= anchorReward) return [];
    const gain = reward - anchorReward;
    const feedbackId = feedbackReadBy(arm, node)?.id ?? null;
    return [{ anchorId: anchor.id, feedbackId, refinementId: node.id, gain }];
  });
}
