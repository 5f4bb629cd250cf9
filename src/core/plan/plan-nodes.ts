import { nodeSeed } from '../seeds.ts';
import type { NodeId, NodeKind, NodePlace } from '../tree/sampling-tree.ts';
import { ARM_TRAITS, type Arm, type FeedbackRule } from './arms.ts';

/**
 * Every node of an arm, in the order in which they are sampled: drafts, then for each layer its feedbacks and its
 * refinements. A layer without responses has no feedback either.
 *
 * Where the split gives no drafts, one greedy anchor draft comes first: it is charged, but stands outside the budget.
 */
export function planNodes(arm: Arm, runSeed: number): readonly NodePlace[] {
  const [drafts = 0, ...refinements] = arm.split;
  const { feedback } = ARM_TRAITS[arm.kind];
  const refines = refinements.some((count) => count > 0);
  return [
    ...(drafts === 0 && refines ? [anchorDraft(runSeed)] : []),
    ...places(drafts, (index) => placeOf('draft', 0, index, runSeed)),
    ...refinements.flatMap((count, position) => planLayer(position + 1, count, feedback, runSeed)),
  ];
}

function planLayer(
  layer: number,
  refinements: number,
  rule: FeedbackRule,
  runSeed: number,
): readonly NodePlace[] {
  const { count, ofRefinement, idOf } = FEEDBACKS[rule];
  return [
    ...places(count(refinements), (index) => ({
      ...placeOf('feedback', layer, index, runSeed),
      id: idOf(layer, index),
    })),
    ...places(refinements, (index) => {
      const feedback = ofRefinement(index);
      const feedbackId = feedback === null ? null : idOf(layer, feedback);
      return { ...placeOf('refinement', layer, index, runSeed), feedbackId };
    }),
  ];
}

interface Feedbacks {
  /** How many a layer of so many refinements has. */
  readonly count: (refinements: number) => number;
  /** Which of them a refinement is conditioned on. */
  readonly ofRefinement: (index: number) => number | null;
  readonly idOf: (layer: number, index: number) => NodeId;
}

const FEEDBACKS: Readonly<Record<FeedbackRule, Feedbacks>> = {
  none: { count: () => 0, ofRefinement: () => null, idOf: onlyFeedback },
  'one-for-a-layer': {
    count: (refinements) => Math.min(1, refinements),
    ofRefinement: () => 0,
    idOf: onlyFeedback,
  },
  'one-for-each-refinement': {
    count: (refinements) => refinements,
    ofRefinement: (index) => index,
    idOf: (layer, index) => `feedback-${String(layer)}-${String(index + 1)}`,
  },
};

function onlyFeedback(layer: number): NodeId {
  return `feedback-${String(layer)}`;
}

function anchorDraft(runSeed: number): NodePlace {
  const place = placeOf('draft', 0, 0, runSeed);
  return { ...place, id: 'anchor-draft', inBudget: false, greedy: true };
}

function places(count: number, placeAt: (index: number) => NodePlace): readonly NodePlace[] {
  return Array.from({ length: count }, (_, index) => placeAt(index));
}

function placeOf(kind: NodeKind, layer: number, index: number, runSeed: number): NodePlace {
  const number = String(index + 1);
  return {
    id: kind === 'draft' ? `draft-${number}` : `${kind}-${String(layer)}-${number}`,
    kind,
    layer,
    index,
    feedbackId: null,
    seed: nodeSeed(runSeed, kind, layer, index),
    inBudget: kind !== 'feedback',
    greedy: false,
  };
}
