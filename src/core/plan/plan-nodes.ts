import { nodeSeed } from '../seeds.ts';
import type { NodeId, NodeKind, NodePlace } from '../tree/sampling-tree.ts';
import { ARM_TRAITS, type Arm, type FeedbackRule } from './arms.ts';
import { isAdaptive } from './make-arm.ts';

/**
 * Every node of an arm, in the order in which they are sampled: drafts, then for each layer its feedbacks and its
 * refinements. A layer without responses has no feedback either.
 *
 * Where the split gives no drafts, one greedy anchor draft comes first: it is charged, but stands outside the budget.
 *
 * An adaptive arm begins with N drafts; `goDeeper` puts a refinement in the place of one of them.
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

/** The places of an arm that cost the most, of those that it may come to have: of an adaptive one a draft and refinements alone. */
export function dearestPlaces(arm: Arm, runSeed: number): readonly NodePlace[] {
  const planned = planNodes(arm, runSeed);
  if (!isAdaptive(arm)) return planned;
  return planned.flatMap((place) =>
    place.index === 0 ? place : planFurtherLayer(arm, place.index, runSeed),
  );
}

/** A layer of one refinement, as an adaptive arm comes to have it. */
export function planFurtherLayer(
  { kind }: Arm,
  layer: number,
  runSeed: number,
): readonly NodePlace[] {
  return planLayer(layer, 1, ARM_TRAITS[kind].feedback, runSeed);
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
