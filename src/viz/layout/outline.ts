import type { ArmTree, TreeNode } from '../../core/index.ts';

/** A node with what was made from it. */
export interface OutlineItem {
  readonly node: TreeNode;
  readonly children: readonly OutlineItem[];
}

/**
 * The sampling tree as a nested list: drafts, under the anchor its feedback, under the feedback its refinements.
 * A layer whose anchor is not chosen yet stands at the top, after the drafts. Every node is there exactly once.
 */
export function outlineOf(arm: ArmTree): readonly OutlineItem[] {
  const isHung = (node: TreeNode): boolean => node.layer > 0 && anchorOf(arm, node) !== null;
  const tops = arm.nodes.filter((node) => !isHung(node) && !hangsFromFeedback(arm, node));
  return tops.map((node) => itemOf(arm, node));
}

function itemOf(arm: ArmTree, node: TreeNode): OutlineItem {
  return { node, children: childrenOf(arm, node).map((child) => itemOf(arm, child)) };
}

function childrenOf(arm: ArmTree, node: TreeNode): readonly TreeNode[] {
  if (node.kind === 'feedback') {
    return arm.nodes.filter((child) => child.kind === 'refinement' && child.layer === node.layer);
  }
  // Strictly deeper layers only: whatever the anchors say, the list ends.
  return arm.nodes.filter(
    (child) =>
      child.layer > node.layer &&
      anchorOf(arm, child) === node.id &&
      !hangsFromFeedback(arm, child),
  );
}

function hangsFromFeedback(arm: ArmTree, node: TreeNode): boolean {
  return (
    node.kind === 'refinement' &&
    arm.nodes.some((other) => other.kind === 'feedback' && other.layer === node.layer)
  );
}

function anchorOf(arm: ArmTree, node: TreeNode): string | null {
  return node.layer === 0 ? null : (arm.anchors[node.layer] ?? null);
}
