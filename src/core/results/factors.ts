import { ARM_TRAITS } from '../plan/arms.ts';
import { isAdaptive } from '../plan/make-arm.ts';
import { feedbackReadBy, findNode } from '../tree/find-in-tree.ts';
import type { ArmTree, NodeId, TreeNode } from '../tree/sampling-tree.ts';

/** One factor of p(y0 | x, z) · p(f | x, z, y0*) · p(y1 | x, z, y0*, f), as the policy sampled it. */
export interface Factor {
  readonly nodeId: NodeId;
  /** For example "p(y1 | x, z, y0*, f)". */
  readonly symbol: string;
  /** Natural logarithm of the factor: the sum over its tokens; null where the engine gave no log-probabilities. */
  readonly logProbability: number | null;
  readonly tokenCount: number;
}

/** The factors on the path from the root to a node, in the order sampled. Unfinished nodes have no factor yet. */
export function factorsOnPath(arm: ArmTree, nodeId: NodeId): readonly Factor[] {
  return lineage(arm, nodeId).flatMap((node) => factorOf(arm, node) ?? []);
}

/** The node's ancestors, first draft first, and the node itself: each anchor with the feedback on it. */
export function lineage(arm: ArmTree, nodeId: NodeId): readonly TreeNode[] {
  const node = findNode(arm, nodeId);
  if (node === null) return [];
  const anchorId = node.layer === 0 ? null : (arm.anchors[node.layer] ?? null);
  const before = anchorId === null ? [] : lineage(arm, anchorId);
  const feedback = feedbackReadBy(arm, node);
  return [...before, ...(feedback === null ? [] : [feedback]), node];
}

function factorOf(arm: ArmTree, node: TreeNode): Factor | null {
  if (node.progress.status !== 'finished') return null;
  const logProbabilities = node.progress.tokens.map((token) => token.logProbability);
  const known = logProbabilities.filter((value) => value !== null);
  const complete = known.length > 0 && known.length === logProbabilities.length;
  return {
    nodeId: node.id,
    symbol: symbolOf(arm, node),
    logProbability: complete ? known.reduce((total, value) => total + value, 0) : null,
    tokenCount: logProbabilities.length,
  };
}

function symbolOf(arm: ArmTree, node: TreeNode): string {
  const given = ARM_TRAITS[arm.arm.kind].readsPreference ? 'x, z' : 'x';
  const layer = isAdaptive(arm.arm) ? depthOf(arm, node) : node.layer;
  const anchor = `y${String(layer - 1)}*`;
  const against = (arm.rejected[node.layer] ?? null) === null ? '' : `, y${String(layer - 1)}−`;
  switch (node.kind) {
    case 'draft':
      return `p(y0 | ${given})`;
    case 'feedback':
      return `p(${feedbackLetter(layer)} | ${given}, ${anchor}${against})`;
    case 'refinement': {
      const feedback = feedbackReadBy(arm, node) === null ? '' : `, ${feedbackLetter(layer)}`;
      return `p(y${String(layer)} | ${given}, ${anchor}${feedback})`;
    }
  }
}

/** How many refinements lie between the root and a node, that itself included; of a feedback that of what it is written for. */
function depthOf(arm: ArmTree, { layer }: TreeNode): number {
  const anchor = layer === 0 ? null : findNode(arm, arm.anchors[layer] ?? null);
  return anchor === null ? 0 : 1 + depthOf(arm, anchor);
}

function feedbackLetter(layer: number): string {
  return layer === 1 ? 'f' : `f${String(layer)}`;
}
