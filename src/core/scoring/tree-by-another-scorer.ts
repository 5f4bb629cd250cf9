import { isAdaptive } from '../plan/make-arm.ts';
import { anchorFor, bestOf } from '../tree/choose-anchor-and-winner.ts';
import { isSameResponse, pool, rewardOf } from '../tree/find-in-tree.ts';
import type { ArmTree, SamplingTree, Scoring, TreeNode } from '../tree/sampling-tree.ts';
import { isScorable } from './score-response.ts';

/**
 * The run as another scorer reads it: the same texts and lineage with that scorer's rewards and winners. Anchors stay
 * those that were refined, since no others were.
 */
export function readByScoring(tree: SamplingTree, scoring: Scoring): SamplingTree {
  return { ...tree, arms: tree.arms.map((arm) => readArm(arm, scoring)) };
}

function readArm(arm: ArmTree, scoring: Scoring): ArmTree {
  const nodes = arm.nodes.map((node) => readNode(arm.arm.id, node, scoring));
  const read = { ...arm, nodes };
  return { ...read, winnerId: arm.winnerId === null ? null : (bestOf(pool(read))?.id ?? null) };
}

function readNode(armId: string, node: TreeNode, scoring: Scoring): TreeNode {
  const response = { armId, nodeId: node.id };
  const outcome = scoring.outcomes.find((each) => isSameResponse(each.response, response));
  return { ...node, scoring: outcome?.scoring ?? { status: 'unscored' } };
}

/** A layer whose anchor another scorer would have chosen differently: the refinements of `wouldBe` don't exist. */
export interface OtherAnchor {
  readonly layer: number;
  readonly chosen: TreeNode;
  readonly wouldBe: TreeNode;
}

/**
 * The layers of an arm whose anchor isn't the one that its nodes' present rewards would choose. Where one of the responses to
 * choose among has no reward it might be the best, so that nothing is said of the layer.
 */
export function otherAnchors(arm: ArmTree): readonly OtherAnchor[] {
  // It may refine any response, and draws which.
  if (isAdaptive(arm.arm)) return [];
  return arm.anchors.flatMap((anchorId, layer) => {
    const chosen = arm.nodes.find(({ id }) => id === anchorId);
    const wouldBe = anchorId === null ? null : anchorFor(arm, layer);
    if (chosen === undefined || wouldBe === null || wouldBe.id === anchorId) return [];
    const before = arm.nodes.filter((node) => isScorable(node) && node.layer < layer);
    if (before.some((node) => rewardOf(node) === null)) return [];
    return [{ layer, chosen, wouldBe }];
  });
}
