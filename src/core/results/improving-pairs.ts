import { feedbackReadBy, repeatsAnchor, rewardOf } from '../tree/find-in-tree.ts';
import type { ArmTree, NodeId } from '../tree/sampling-tree.ts';

/** (y0*, f, y1) with R(y1) strictly above R(y0*). The same text again is none, also where its tokens tell a scorer another reward. */
export interface ImprovingPair {
  readonly anchorId: NodeId;
  /** Null where the refinement was written without feedback. */
  readonly feedbackId: NodeId | null;
  readonly refinementId: NodeId;
  /** R(y0*). */
  readonly anchorReward: number;
  /** R(y1) − R(y0*), positive. */
  readonly gain: number;
}

/** Every refinement of an arm with a higher reward than the anchor that it refines, with the feedback between them. */
export function improvingPairs(arm: ArmTree): readonly ImprovingPair[] {
  const byId = new Map(arm.nodes.map((node) => [node.id, node]));
  return arm.nodes.flatMap((node) => {
    if (node.kind !== 'refinement') return [];
    const anchor = byId.get(arm.anchors[node.layer] ?? '');
    const anchorReward = anchor === undefined ? null : rewardOf(anchor);
    const reward = rewardOf(node);
    if (anchor === undefined || anchorReward === null || reward === null) return [];
    if (reward <= anchorReward || repeatsAnchor(node)) return [];
    const gain = reward - anchorReward;
    const feedback = byId.get(node.feedbackId ?? '') ?? null;
    const feedbackId = feedbackReadBy(arm, node, feedback)?.id ?? null;
    return [{ anchorId: anchor.id, feedbackId, refinementId: node.id, anchorReward, gain }];
  });
}
