import { formatReward } from '../../ui/index.ts';
import {
  nodeName,
  rewardOf,
  type ArmTree,
  type ResponseRemark,
  type TreeNode,
  improvingPairs,
  otherAnchors,
  type NodeId,
} from '../../core/index.ts';

/** The accessible name of a node: "Draft 3, reward 1.84, anchor". */
export function nodeLabel(arm: ArmTree, node: TreeNode, standing: NodeStanding): string {
  const parts = [nodeName(node, arm), describeProgress(node)];
  if (standing.isAnchor) parts.push('anchor');
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
  /** Whether the rewards shown would have had some layer refine this response instead: its refinements don't exist. */
  readonly isOtherAnchor: boolean;
  readonly isWinner: boolean;
  /** R(y1) − R(anchor) of an improving pair, else null. */
  readonly gain: number | null;
}

/** The standing of each node of an arm. */
export function standingsOf(arm: ArmTree): ReadonlyMap<NodeId, NodeStanding> {
  const gains = new Map(improvingPairs(arm).map((pair) => [pair.refinementId, pair.gain]));
  const others = new Set(otherAnchors(arm).map(({ wouldBe }) => wouldBe.id));
  return new Map(
    arm.nodes.map(({ id }) => [
      id,
      {
        isAnchor: arm.anchors.includes(id),
        isOtherAnchor: others.has(id),
        isWinner: id === arm.winnerId,
        gain: gains.get(id) ?? null,
      },
    ]),
  );
}
