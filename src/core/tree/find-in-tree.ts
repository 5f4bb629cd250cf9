import { ARM_TRAITS } from '../plan/arms.ts';
import { isAdaptive } from '../plan/make-arm.ts';
import type {
  ArmTree,
  NodeId,
  NodeKind,
  NodePlace,
  ResponseAddress,
  SamplingTree,
  TreeNode,
} from './sampling-tree.ts';

/** The arm of that id; null where the run has none. */
export function findArm(tree: SamplingTree, armId: string): ArmTree | null {
  return tree.arms.find((arm) => arm.arm.id === armId) ?? null;
}

/** The node of that id; null where the arm has none, or for no id. */
export function findNode(arm: ArmTree, nodeId: NodeId | null): TreeNode | null {
  return arm.nodes.find((node) => node.id === nodeId) ?? null;
}

/** Whether two addresses are of one response. */
export function isSameResponse(one: ResponseAddress, other: ResponseAddress): boolean {
  return one.armId === other.armId && one.nodeId === other.nodeId;
}

/** The nodes of one kind in one layer, in the order sampled. */
export function nodesOf(arm: ArmTree, kind: NodeKind, layer: number): readonly TreeNode[] {
  return arm.nodes.filter((node) => node.kind === kind && node.layer === layer);
}

/** Of an adaptive arm the drafts, the last of its nodes, for which nothing is decided yet; none of another. */
export function openDrafts({ arm, nodes }: ArmTree): readonly TreeNode[] {
  return isAdaptive(arm) ? nodes.slice(1 + nodes.findLastIndex((node) => !isOpen(node))) : [];
}

/** One that failed is no longer open, also while it is tried again. */
function isOpen({ kind, progress, endedCalls }: TreeNode): boolean {
  return kind === 'draft' && progress.status === 'planned' && endedCalls.length === 0;
}

/** Drafts or refinements that count towards N. */
export function pool(arm: ArmTree): readonly TreeNode[] {
  return arm.nodes.filter((node) => node.inBudget);
}

/**
 * The feedback that a refinement was written from, with its text; null where the plan gives it none, or where that failed or
 * is empty: then the refinement saw its anchor alone.
 *
 * @param feedback that one, where whoever asks has it at hand
 */
export function feedbackReadBy(
  arm: ArmTree,
  refinement: NodePlace,
  feedback: TreeNode | null = findNode(arm, refinement.feedbackId),
): FinishedNode | null {
  if (feedback === null || !isFinished(feedback)) return null;
  return feedback.progress.remarks.includes('empty') ? null : feedback;
}

/** A node that has its text. */
export type FinishedNode = TreeNode & {
  readonly progress: Extract<TreeNode['progress'], { status: 'finished' }>;
};

/** Whether the node has its text. */
export function isFinished(node: TreeNode): node is FinishedNode {
  return node.progress.status === 'finished';
}

/** The reward that decides; null where the node has none. */
export function rewardOf(node: TreeNode): number | null {
  return node.scoring.status === 'scored' ? node.scoring.reward.value : null;
}

/** What the node says so far; empty before its first word. */
export function textOf(node: TreeNode): string {
  return node.progress.status === 'planned' ? '' : node.progress.text;
}

/** "Draft 3", "Refinement 2", "Refinement 2.1" where there are several layers of them. */
export function nodeName(node: TreeNode, arm: Pick<ArmTree, 'arm'>): string {
  // Its layers have one refinement each.
  const number = String(isAdaptive(arm.arm) && node.layer > 0 ? node.layer : node.index + 1);
  const deep = arm.arm.split.length > 2;
  if (node.greedy) return 'Anchor draft';
  switch (node.kind) {
    case 'draft':
      return `Draft ${number}`;
    case 'feedback':
      if (hasSeveralFeedbacks(arm)) {
        return deep ? `Feedback ${String(node.layer)}.${number}` : `Feedback ${number}`;
      }
      return deep || isAdaptive(arm.arm) ? `Feedback ${String(node.layer)}` : 'Feedback';
    case 'refinement':
      return deep ? `Refinement ${String(node.layer)}.${number}` : `Refinement ${number}`;
  }
}

function hasSeveralFeedbacks({ arm }: Pick<ArmTree, 'arm'>): boolean {
  return ARM_TRAITS[arm.kind].feedback === 'one-for-each-refinement';
}

/** Whether a refinement is its anchor's text again. */
export function repeatsAnchor({ progress }: TreeNode): boolean {
  return progress.status === 'finished' && progress.remarks.includes('identical-to-anchor');
}
