import {
  anchorFor,
  type DurableEvent,
  findNode,
  type GrowingArm,
  isAdaptive,
  openDrafts,
  rejectedFor,
  rewardOf,
  type TreeNode,
} from '../../core/index.ts';
import { describeValue, type FieldPath, type Problem, problemAt } from './describe-problem.ts';

type AnchorChosen = Extract<DurableEvent, { readonly type: 'anchor-chosen' }>;

/** The anchor is the best of all that came before its layer, but in an adaptive arm. */
export function checkAnchor(
  { layer, nodeId, rejectedId }: AnchorChosen,
  anchor: TreeNode,
  path: FieldPath,
  { tree }: GrowingArm,
): Problem | null {
  if (isAdaptive(tree.arm)) return checkAdaptiveAnchor(layer, anchor, path, tree);
  if (layer >= tree.arm.split.length) {
    return problemAt([...path, 'layer'], 'a layer that this arm has', describeValue(layer));
  }
  if (anchor.layer >= layer || rewardOf(anchor) === null) {
    const expected = 'a scored response of an earlier layer';
    return problemAt([...path, 'nodeId'], expected, describeValue(nodeId));
  }
  const best = anchorFor(tree, layer);
  if (best === null || rewardOf(anchor) !== rewardOf(best)) {
    const expected = `the best response of an earlier layer, "${best?.id ?? ''}",`;
    return problemAt([...path, 'nodeId'], expected, describeValue(nodeId));
  }
  const before = tree.nodes.filter((node) => node.layer < layer);
  return checkDone(before, path, 'nodeId') ?? checkRejected(rejectedId ?? null, layer, path, tree);
}

/**
 * An adaptive arm may refine any response, as the next layer, once all that was begun is there. Which one it drew isn't worked out again: what
 * two machines make of the same rewards can differ in the last digit.
 */
function checkAdaptiveAnchor(
  layer: number,
  anchor: TreeNode,
  path: FieldPath,
  tree: GrowingArm['tree'],
): Problem | null {
  const open = openDrafts(tree).length;
  if (layer !== tree.anchors.length || open === 0) {
    return problemAt([...path, 'layer'], 'the next layer within the budget', describeValue(layer));
  }
  if (rewardOf(anchor) === null) {
    return problemAt([...path, 'nodeId'], 'a scored response', describeValue(anchor.id));
  }
  return checkDone(tree.nodes.slice(0, -open), path, 'nodeId');
}

/** What the anchor is held against is the worst of all that came before its layer, where the arm's feedback reads that. */
function checkRejected(
  rejectedId: string | null,
  layer: number,
  path: FieldPath,
  tree: GrowingArm['tree'],
): Problem | null {
  const worst = rejectedFor(tree, layer);
  const rejected = findNode(tree, rejectedId);
  const isWorst =
    worst === null
      ? rejectedId === null
      : rejected?.inBudget === true &&
        rejected.layer < layer &&
        rewardOf(rejected) === rewardOf(worst);
  if (isWorst) return null;
  const expected = worst === null ? 'absent' : `the worst so far, "${worst.id}",`;
  return problemAt([...path, 'rejectedId'], expected, describeValue(rejectedId));
}

/** Every one of the nodes has its text, or won't have one. */
export function checkDone(
  nodes: readonly TreeNode[],
  path: FieldPath,
  field: string,
): Problem | null {
  const open = nodes.find((node) => !isComplete(node));
  return open === undefined
    ? null
    : problemAt([...path, field], `told after "${open.id}" was finished or failed`, 'told before');
}

/** Whether a node has its text, or won't have one. */
export function isComplete({ progress }: TreeNode): boolean {
  return progress.status === 'finished' || progress.status === 'failed';
}
