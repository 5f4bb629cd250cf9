import { findNode, type ArmTree, type NodeId, type TreeNode } from '../../core/index.ts';
import { progressOf } from '../../runs/index.ts';

/** A node of one of the arms on screen. */
export interface SelectedNode {
  readonly armId: string;
  readonly nodeId: NodeId;
}

export interface ShownNode {
  readonly arm: ArmTree;
  readonly node: TreeNode;
}

/**
 * The node to show: the person's own choice; else the one being written, so that words can be watched as they come;
 * else the first arm's winner.
 */
export function nodeToShow(
  arms: readonly ArmTree[],
  selected: SelectedNode | null,
): ShownNode | null {
  const writing = progressOf(arms).writing;
  const won = arms.find((arm) => arm.winnerId !== null);
  return (
    shown(arms, selected) ??
    shown(arms, writing && { armId: writing.armId, nodeId: writing.node.id }) ??
    shown(arms, won?.winnerId ? { armId: won.arm.id, nodeId: won.winnerId } : null)
  );
}

function shown(arms: readonly ArmTree[], selected: SelectedNode | null): ShownNode | null {
  const arm = arms.find(({ arm: { id } }) => id === selected?.armId);
  const node = arm && findNode(arm, selected?.nodeId ?? null);
  return arm && node ? { arm, node } : null;
}
