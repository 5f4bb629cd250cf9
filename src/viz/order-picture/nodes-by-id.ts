import type { ArmTree, NodeId, TreeNode } from '../../core/index.ts';

/** An arm's nodes by their ids, for whoever looks many of them up: each look-up of `findNode` walks along the arm. */
export function nodesById(arm: Pick<ArmTree, 'nodes'>): ReadonlyMap<NodeId, TreeNode> {
  return new Map(arm.nodes.map((node) => [node.id, node]));
}
