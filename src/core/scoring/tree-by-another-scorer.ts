import { bestOf } from '../tree/choose-anchor-and-winner.ts';
import { isSameResponse, nodesById, pool, rewardOf } from '../tree/find-in-tree.ts';
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
  const byId = nodesById(arm);
  const choices = choicesOf(arm);
  return arm.anchors.flatMap((anchorId, layer) => {
    const chosen = anchorId === null ? undefined : byId.get(anchorId);
    const choice = choices[layer];
    if (chosen === undefined || choice === undefined || choice.isOpen) return [];
    const wouldBe = choice.hasPool ? choice.bestOfPool : choice.best;
    return wouldBe === null || wouldBe.id === anchorId ? [] : [{ layer, chosen, wouldBe }];
  });
}

/** What `anchorFor` chooses a layer's anchor from. */
interface Choice {
  readonly hasPool: boolean;
  readonly bestOfPool: TreeNode | null;
  /** Also of what doesn't count towards N. */
  readonly best: TreeNode | null;
  /** Whether one that might be the best has no reward. */
  readonly isOpen: boolean;
}

/** One for each layer, in one pass over the arm: a layer's choice is that of the layer above with what that layer adds. */
function choicesOf(arm: ArmTree): readonly Choice[] {
  const layers = arm.anchors.map((): TreeNode[] => []);
  for (const node of arm.nodes) if (node.kind !== 'feedback') layers[node.layer]?.push(node);
  let next: Choice = { hasPool: false, bestOfPool: null, best: null, isOpen: false };
  return layers.map((responses) => {
    const choice = next;
    next = withLayer(choice, responses);
    return choice;
  });
}

function withLayer(choice: Choice, responses: readonly TreeNode[]): Choice {
  const counted = responses.filter((node) => node.inBudget);
  const lacksReward = (node: TreeNode): boolean => isScorable(node) && rewardOf(node) === null;
  return {
    hasPool: choice.hasPool || counted.length > 0,
    bestOfPool: bestOf([...(choice.bestOfPool === null ? [] : [choice.bestOfPool]), ...counted]),
    best: bestOf([...(choice.best === null ? [] : [choice.best]), ...responses]),
    isOpen: choice.isOpen || responses.some(lacksReward),
  };
}
