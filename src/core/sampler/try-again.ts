import { isSameResponse } from '../tree/find-in-tree.ts';
import type { ArmTree, ResponseAddress, SamplingTree, TreeNode } from '../tree/sampling-tree.ts';

// A text that failed can be asked for again, with the seed that it had. What was written meanwhile stays as it was written: a
// layer keeps the anchor that it refined, and a feedback that was done without is not written any more.

/** The failed nodes that can be tried again, in the order of the arms. */
export function failedNodes({ arms }: SamplingTree): readonly ResponseAddress[] {
  return arms.flatMap((arm) =>
    arm.nodes
      .filter((node) => node.progress.status === 'failed' && !wasDoneWithout(node, arm))
      .map((node) => ({ armId: arm.arm.id, nodeId: node.id })),
  );
}

/** A failed node, and what failed since there was nothing to refine before it. */
export function failedWith(tree: SamplingTree, one: ResponseAddress): readonly ResponseAddress[] {
  const node = nodeAt(tree, one);
  return failedNodes(tree).filter((each) => {
    const other = nodeAt(tree, each);
    const waited =
      other?.progress.status === 'failed' &&
      other.progress.failure.kind === 'no-anchor' &&
      each.armId === one.armId &&
      other.layer > (node?.layer ?? 0);
    return waited || isSameResponse(each, one);
  });
}

/** Whether a feedback's refinements were written from their anchor alone. */
function wasDoneWithout({ id }: TreeNode, { nodes }: ArmTree): boolean {
  return nodes.some(({ feedbackId, progress }) => {
    return feedbackId === id && progress.status === 'finished';
  });
}

function nodeAt({ arms }: SamplingTree, { armId, nodeId }: ResponseAddress): TreeNode | null {
  const arm = arms.find((each) => each.arm.id === armId);
  return arm?.nodes.find(({ id }) => id === nodeId) ?? null;
}
