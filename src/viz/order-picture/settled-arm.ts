import { useState } from 'react';
import type { ArmTree, TreeNode } from '../../core/index.ts';

/**
 * The arm as it was when something last happened but a few more words: one object until then, so that nothing but the marks of what is
 * being written is made anew with each token.
 */
export function useSettledArm(arm: ArmTree): ArmTree {
  const [settled, setSettled] = useState(arm);
  if (settled === arm || hasOnlyMoreWords(settled, arm)) return settled;
  setSettled(arm);
  return arm;
}

/** Whether an arm differs from what it was before in the words of what is being written, and in nothing else. */
export function hasOnlyMoreWords(before: ArmTree, after: ArmTree): boolean {
  return (
    before.arm === after.arm &&
    before.winnerId === after.winnerId &&
    before.anchors === after.anchors &&
    before.nodes.length === after.nodes.length &&
    before.nodes.every((node, place) => {
      const other = after.nodes[place];
      return node === other || (other !== undefined && isOneBeingWritten(node, other));
    })
  );
}

function isOneBeingWritten(before: TreeNode, after: TreeNode): boolean {
  return (
    before.id === after.id &&
    before.scoring === after.scoring &&
    before.progress.status === 'writing' &&
    after.progress.status === 'writing'
  );
}
