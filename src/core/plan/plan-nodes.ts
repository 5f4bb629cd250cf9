import { nodeSeed } from '../seeds.ts';
import type { NodeKind, NodePlace } from '../tree/sampling-tree.ts';
import { ARM_TRAITS, type Arm } from './arms.ts';

/**
 * Every node of an arm, in the order in which they are sampled. A layer without responses has no feedback either.
 *
 * Where the split gives no drafts, one greedy anchor draft comes first: it is charged, but stands outside the budget.
 */
export function planNodes(arm: Arm, runSeed: number): readonly NodePlace[] {
  const [drafts = 0, ...refinements] = arm.split;
  const { writesFeedback } = ARM_TRAITS[arm.kind];
  const refines = refinements.some((count) => count > 0);
  return [
    ...(drafts === 0 && refines ? [anchorDraft(runSeed)] : []),
    ...places('draft', 0, drafts, runSeed),
    ...refinements.flatMap((count, position) => {
      const layer = position + 1;
      return [
        ...places('feedback', layer, writesFeedback && count > 0 ? 1 : 0, runSeed),
        ...places('refinement', layer, count, runSeed),
      ];
    }),
  ];
}

function anchorDraft(runSeed: number): NodePlace {
  const place = placeOf('draft', 0, 0, runSeed);
  return { ...place, id: 'anchor-draft', inBudget: false, greedy: true };
}

function places(kind: NodeKind, layer: number, count: number, runSeed: number): NodePlace[] {
  return Array.from({ length: count }, (_, index) => placeOf(kind, layer, index, runSeed));
}

function placeOf(kind: NodeKind, layer: number, index: number, runSeed: number): NodePlace {
  const ids: Record<NodeKind, string> = {
    draft: `draft-${String(index + 1)}`,
    feedback: `feedback-${String(layer)}`,
    refinement: `refinement-${String(layer)}-${String(index + 1)}`,
  };
  return {
    id: ids[kind],
    kind,
    layer,
    index,
    seed: nodeSeed(runSeed, kind, layer, index),
    inBudget: kind !== 'feedback',
    greedy: false,
  };
}
