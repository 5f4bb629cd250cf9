import type { ArmTree, TreeNode } from '../../core/index.ts';

/** A node with what was made from it. */
export interface OutlineItem {
  readonly node: TreeNode;
  readonly children: readonly OutlineItem[];
}

/**
 * The sampling tree as a nested list: drafts, under the anchor its feedbacks, under each the refinements that read it.
 * A layer whose anchor is not chosen yet stands at the top, after the drafts. Every node is there exactly once.
 */
export function outlineOf(arm: ArmTree): readonly OutlineItem[] {
  const isHung = (node: TreeNode): boolean => node.layer > 0 && anchorOf(arm, node) !== null;
  const tops = arm.nodes.filter((node) => !isHung(node) && node.feedbackId === null);
  return tops.map((node) => itemOf(arm, node));
}

function itemOf(arm: ArmTree, node: TreeNode): OutlineItem {
  return { node, children: childrenOf(arm, node).map((child) => itemOf(arm, child)) };
}

function childrenOf(arm: ArmTree, node: TreeNode): readonly TreeNode[] {
  if (node.kind === 'feedback') {
    return arm.nodes.filter((child) => child.feedbackId === node.id);
  }
  // Strictly deeper layers only: whatever the anchors say, the list ends.
  return arm.nodes.filter(
    (child) =>
      child.layer > node.layer && anchorOf(arm, child) === node.id && child.feedbackId === null,
  );
}

function anchorOf(arm: ArmTree, node: TreeNode): string | null {
  return node.layer === 0 ? null : (arm.anchors[node.layer] ?? null);
}
