import type { ArmTree, NodeId, TreeNode } from '../../core/index.ts';

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
  const children = new Map<NodeId | null, TreeNode[]>();
  for (const node of arm.nodes) {
    const parent = node.feedbackId ?? anchorOf(arm, node);
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [node]);
    else siblings.push(node);
  }
  return (children.get(null) ?? []).map((node) => itemOf(node, children));
}

type Children = ReadonlyMap<NodeId | null, readonly TreeNode[]>;

function itemOf(node: TreeNode, children: Children): OutlineItem {
  const own = children.get(node.id) ?? [];
  // Of an anchor strictly deeper layers only: whatever the anchors say, the list ends.
  const hung = node.kind === 'feedback' ? own : own.filter(({ layer }) => layer > node.layer);
  return { node, children: hung.map((child) => itemOf(child, children)) };
}

function anchorOf(arm: ArmTree, node: TreeNode): string | null {
  return node.layer === 0 ? null : (arm.anchors[node.layer] ?? null);
}
