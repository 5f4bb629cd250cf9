import { forEachChanceOfBeingBest } from './best-of-k.ts';

/** The rewards of one pool: drafts of one prompt, some of them refined as anchors. */
export interface RefinedPool {
  /** In any order; finite. */
  readonly drafts: readonly number[];
  /** By draft: the rewards of the refinements that it has as an anchor; none where it was never refined. */
  readonly refinements: readonly (readonly number[])[];
}

/** What PRS with the split (drafts, N − drafts) gives on average over the orders of a pool. */
export interface SplitExpectation {
  /** N0, from 1. */
  readonly drafts: number;
  /** N1. */
  readonly refinements: number;
  /** The expected reward of the winner; null where an anchor that the split may have lacks refinements. */
  readonly winner: number | null;
  /** What the winner's expected reward is no less than: an anchor that lacks refinements wins by itself. */
  readonly atLeast: number;
  /** The chance, 0 to 1, that the split's anchor is one that lacks refinements. */
  readonly unsampled: number;
}

/** An anchor to refine further. */
export interface LackingAnchor {
  /** Its place among the drafts. */
  readonly draft: number;
  /** Its chances to be the anchor, summed over the splits for which it lacks refinements. */
  readonly chance: number;
  /** How many refinements more it takes for all of these. */
  readonly refinements: number;
}

export interface ExpectedWinners {
  /** By drafts, from 1 up to N, or to all drafts where they are fewer. */
  readonly splits: readonly SplitExpectation[];
  /** Those with the highest chance first: refining the first leaves the least unsampled. */
  readonly lacking: readonly LackingAnchor[];
}

/**
 * The expected reward of the winner of PRS for every split (a, N − a), from one pool: over all orders that its drafts could have
 * come in, each as likely, and for an anchor over all choices of N − a of its refinements.
 *
 * Exact, by order statistics: among a of n drafts the one of rank r is the anchor with the chance that it is the best of a random
 * a-subset, and the winner is it or the best of a random (N − a)-subset of its refinements. Drafts with equal rewards are as likely
 * as each other. What wasn't sampled is marked, never guessed: where an anchor that a split may have lacks refinements for it,
 * the split has no value. Chances that sum to less than 2⁻⁶⁰ are left out. It speaks of this pool: draws of other drafts vary more.
 *
 * In O(n log n) for n drafts, and for many equal ones in n times their number.
 *
 * @param budget N, a whole number from 1.
 * @throws RangeError for another budget, or where refinements are not given by draft.
 */
export function expectedWinners(pool: RefinedPool, budget: number): ExpectedWinners {
  if (!Number.isInteger(budget) || budget < 1)
    throw new RangeError('The budget must be a whole number from 1.');
  if (pool.refinements.length !== pool.drafts.length)
    throw new RangeError('Every draft needs its refinements, if none.');
  const anchors = anchorsOf(pool);
  const lacks: Lacks = {
    chances: new Float64Array(anchors.length),
    refinements: new Float64Array(anchors.length),
  };
  const splits = Array.from({ length: Math.min(budget, anchors.length) }, (_, index) =>
    expectationOf(anchors, index + 1, budget - index - 1, lacks),
  );
  return { splits, lacking: lackingOf(lacks) };
}

/** By draft. */
interface Lacks {
  readonly chances: Float64Array;
  readonly refinements: Float64Array;
}

function lackingOf({ chances, refinements }: Lacks): readonly LackingAnchor[] {
  return Array.from(chances, (chance, draft) => ({
    draft,
    chance,
    refinements: refinements[draft] ?? 0,
  }))
    .filter(({ chance }) => chance > 0)
    .sort((one, other) => other.chance - one.chance || one.draft - other.draft);
}

interface Anchor {
  readonly draft: number;
  readonly reward: number;
  /** In rising order, each at least the anchor's own reward: a refinement below it wins nothing. */
  readonly winners: Float64Array;
}

/** In rising order. */
function anchorsOf({ drafts, refinements }: RefinedPool): readonly Anchor[] {
  const anchors = drafts.map((reward, draft): Anchor => {
    const winners = Float64Array.from(refinements[draft] ?? [], (each) => Math.max(reward, each));
    return { draft, reward, winners: winners.sort() };
  });
  return anchors.sort((one, other) => one.reward - other.reward || one.draft - other.draft);
}

function expectationOf(
  anchors: readonly Anchor[],
  drafts: number,
  refinements: number,
  lacks: Lacks,
): SplitExpectation {
  let [atLeast, unsampled] = [0, 0];
  forEachAnchor(anchors, drafts, (chance, anchor) => {
    const missing = refinements - anchor.winners.length;
    if (missing <= 0) {
      atLeast += chance * expectedWinner(anchor, refinements);
      return;
    }
    const { draft, reward } = anchor;
    atLeast += chance * reward;
    unsampled += chance;
    lacks.chances[draft] = (lacks.chances[draft] ?? 0) + chance;
    lacks.refinements[draft] = Math.max(lacks.refinements[draft] ?? 0, missing);
  });
  return { drafts, refinements, winner: unsampled === 0 ? atLeast : null, atLeast, unsampled };
}

/** The chance of each to be the anchor of so many drafts, from the best down, as far as chances matter; equal rewards share theirs. */
function forEachAnchor(
  anchors: readonly Anchor[],
  drafts: number,
  visit: (chance: number, anchor: Anchor) => void,
): void {
  const chances: number[] = [];
  forEachChanceOfBeingBest(anchors.length, drafts, (chance) => chances.push(chance));
  const fromTop = (place: number): Anchor | undefined => anchors[anchors.length - 1 - place];
  for (let start = 0, end = 0; start < chances.length; start = end) {
    const reward = fromTop(start)?.reward;
    let sum = 0;
    for (; end < anchors.length && fromTop(end)?.reward === reward; end += 1) {
      sum += chances[end] ?? 0;
    }
    const chance = sum / (end - start);
    for (let place = start; place < end; place += 1) {
      const anchor = fromTop(place);
      if (anchor !== undefined) visit(chance, anchor);
    }
  }
}

function expectedWinner({ reward, winners }: Anchor, refinements: number): number {
  if (refinements === 0) return reward;
  let expected = 0;
  forEachChanceOfBeingBest(winners.length, refinements, (chance, rank) => {
    expected += chance * (winners[rank - 1] ?? 0);
  });
  return expected;
}
