import type { ArmTree, NodeId, TreeNode } from '../../core/index.ts';

export type WalkDirection = 'left' | 'right' | 'up' | 'down' | 'first' | 'last';

/**
 * Where an arrow key leads from a node; null where the tree ends.
 *
 * Left and right stay within the layer; first and last are its ends. Up leads to what the node was made from. Down leads to
 * what was made from it; from a response that was not refined, to the next layer, so that nobody has to find the anchor first.
 */
export function walk(arm: ArmTree, from: NodeId, direction: WalkDirection): NodeId | null {
  const node = arm.nodes.find((candidate) => candidate.id === from);
  if (node === undefined) return arm.nodes[0]?.id ?? null;
  if (direction === 'up') return parentOf(arm, node);
  if (direction === 'down') return below(arm, node);
  const row = arm.nodes.filter(
    (other) => other.layer === node.layer && (other.kind === 'feedback') === isFeedback(node),
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
