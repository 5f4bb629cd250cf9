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

/** What of the screen the address holds. From anywhere: a node or a layout that there isn't is as good as none. */
export interface ShownInAddress {
  readonly layout: string | null;
  /** As `nodeInAddress` writes it. */
  readonly node: string | null;
}

/** "prs/draft-3": the arm's id and the node's. */
export function nodeInAddress({ armId, nodeId }: SelectedNode): string {
  return `${armId}/${nodeId}`;
}

/** The node that an address names, whether there is one or not; null where it names none. */
export function nodeFromAddress(node: string | null): SelectedNode | null {
  const [armId, nodeId] = node?.split('/') ?? [];
  return armId === undefined || nodeId === undefined ? null : { armId, nodeId };
}
