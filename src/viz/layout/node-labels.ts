import {
  type ArmTree,
  findNode,
  improvingPairs,
  type NodeId,
  nodeName,
  otherAnchors,
  type ResponseRemark,
  rewardOf,
  type TreeNode,
} from '../../core/index.ts';
import { formatReward, shownDifference } from '../../ui/index.ts';

/** The accessible name of a node: "Draft 3, reward 1.84, anchor". */
export function nodeLabel(
  arm: Pick<ArmTree, 'arm'>,
  node: TreeNode,
  standing: NodeStanding,
): string {
  const parts = [nodeName(node, arm), describeProgress(node)];
  if (standing.isAnchor) parts.push('anchor');
  if (standing.isRejected) parts.push('rejected');
  if (standing.isOtherAnchor) parts.push('would be the anchor by these rewards');
  if (standing.isWinner) parts.push('winner');
  if (standing.gain !== null) {
    parts.push(`improves on its anchor by ${formatReward(standing.gain)}`);
  }
  if (node.progress.status === 'finished') {
    parts.push(...node.progress.remarks.map((remark) => REMARKS[remark]));
  }
  if (node.kind === 'draft' && !node.inBudget) parts.push('outside the budget');
  return parts.join(', ');
}

/**
 * What a feedback is about: “Feedback on Draft 2”, “Feedback on Draft 2 vs Draft 4”.
 *
 * @param byId the arm’s nodes, where they have been put into a table
 */
export function feedbackTitle(
  arm: ArmTree,
  { layer }: TreeNode,
  byId: Pick<ReadonlyMap<NodeId, TreeNode>, 'get'> | null = null,
): string {
  const nameOf = (id: NodeId | null = null): string => {
    const node = byId === null ? findNode(arm, id) : byId.get(id ?? '');
    return node ? nodeName(node, arm) : '';
  };
  const rejected = nameOf(arm.rejected[layer]);
  return `Feedback on ${nameOf(arm.anchors[layer]) || 'the best'}${rejected && ` vs ${rejected}`}`;
}

const REMARKS: Readonly<Record<ResponseRemark, string>> = {
  empty: 'nothing to score',
  'cut-off': 'cut off at the token limit',
  'identical-to-anchor': 'repeats its anchor',
};

/** The state or the reward of a node in a few words. */
function describeProgress(node: TreeNode): string {
  const { progress } = node;
  if (progress.status === 'writing') return 'being written';
  if (progress.status !== 'finished') return progress.status;
  if (progress.remarks.includes('empty')) return 'empty';
  if (node.kind === 'feedback') return 'written';
  const reward = rewardOf(node);
  if (reward !== null) return `reward ${formatReward(reward)}`;
  return node.scoring.status === 'unscored' ? 'not scored yet' : 'no reward';
}

/** How a node stands among the others of its arm: what its mark shows beside its own reward. */
export interface NodeStanding {
  /** Whether some layer refines this response. */
  readonly isAnchor: boolean;
  /** Whether some layer’s feedback holds its anchor against this response. */
  readonly isRejected: boolean;
  /** Whether the rewards shown would have had some layer refine this response instead: its refinements don't exist. */
  readonly isOtherAnchor: boolean;
  readonly isWinner: boolean;
  /** R(y1) − R(anchor) of an improving pair, as both are shown; else null. */
  readonly gain: number | null;
}

/** The standing of each node of an arm. */
export function standingsOf(arm: ArmTree): ReadonlyMap<NodeId, NodeStanding> {
  const improved = new Map(
    improvingPairs(arm).map(({ refinementId, anchorReward }) => [refinementId, anchorReward]),
  );
  const others = new Set(otherAnchors(arm).map(({ wouldBe }) => wouldBe.id));
  const anchors = new Set(arm.anchors);
  const rejected = new Set(arm.rejected);
  return new Map(
    arm.nodes.map((node) => {
      const { id } = node;
      const [improves, reward] = [improved.get(id), rewardOf(node)];
      return [
        id,
        {
          isAnchor: anchors.has(id),
          isRejected: rejected.has(id),
          isOtherAnchor: others.has(id),
          isWinner: id === arm.winnerId,
          gain:
            improves === undefined || reward === null ? null : shownDifference(reward, improves),
        },
      ];
    }),
  );
}

export type WalkDirection = 'left' | 'right' | 'up' | 'down' | 'first' | 'last';

/**
 * Where an arrow key leads from a node; null where the tree ends.
 *
 * Left and right stay within the layer, and the layers that refine the same response; first and last are their ends. Up leads to what the node was made from. Down leads to
 * what was made from it; from a response that was not refined, to the next layer, so that nobody has to find the anchor first.
 */
export function walk(arm: ArmTree, from: NodeId, direction: WalkDirection): NodeId | null {
  const node = arm.nodes.find((candidate) => candidate.id === from);
  if (node === undefined) return arm.nodes[0]?.id ?? null;
  if (direction === 'up') return parentOf(arm, node);
  if (direction === 'down') return below(arm, node);
  // “Down” leads to the first layer that refines a response: its others are beside that.
  const anchor = arm.anchors[node.layer];
  const row = arm.nodes.filter(
    (other) =>
      isFeedback(other) === isFeedback(node) &&
      (other.layer === node.layer || (anchor && anchor === arm.anchors[other.layer])),
  );
  const index = row.indexOf(node);
  if (direction === 'first') return row[0]?.id ?? null;
  if (direction === 'last') return row.at(-1)?.id ?? null;
  return row[direction === 'left' ? index - 1 : index + 1]?.id ?? null;
}

function parentOf(arm: ArmTree, node: TreeNode): NodeId | null {
  if (node.layer === 0) return null;
  return node.feedbackId ?? arm.anchors[node.layer] ?? firstResponse(arm, node.layer - 1);
}

function below(arm: ArmTree, node: TreeNode): NodeId | null {
  if (isFeedback(node))
    return arm.nodes.find(({ feedbackId }) => feedbackId === node.id)?.id ?? null;
  const refinedIn = arm.anchors.indexOf(node.id);
  const layer = refinedIn > 0 ? refinedIn : node.layer + 1;
  return firstFeedback(arm, layer)?.id ?? firstResponse(arm, layer);
}

function firstFeedback(arm: ArmTree, layer: number): TreeNode | undefined {
  return arm.nodes.find((node) => isFeedback(node) && node.layer === layer);
}

function firstResponse(arm: ArmTree, layer: number): NodeId | null {
  return arm.nodes.find((node) => !isFeedback(node) && node.layer === layer)?.id ?? null;
}

function isFeedback(node: TreeNode): boolean {
  return node.kind === 'feedback';
}
