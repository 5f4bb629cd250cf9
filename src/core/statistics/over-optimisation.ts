import { bestOfK, type BestOfKPoint } from './best-of-k.ts';

/** Where a best-of-k curve turns: more choice pleases the selecting scorer and no longer the evaluating one. */
export interface OverOptimisation {
  /** The k of the evaluation's peak, at least 1 and below the last; 1 where it falls from the start. */
  readonly k: number;
  /** The evaluation at its peak. */
  readonly peak: number;
  /** The evaluation at the last k. */
  readonly end: number;
  /** peak − end, above 0, in the evaluating scorer's units. */
  readonly fall: number;
}

/** Sums of scores agree to about this share of their size; a smaller difference is no difference. */
const ROUNDING = 1e-9;
/** Scores below this are zero that was computed. */
const SMALLEST_SCORE = 1e-6;
/** A fall below this share of all that the evaluation moves would be told as a turn and seen by nobody. */
const LEAST_SHARE = 0.01;

/**
 * Over-optimisation of the selecting scorer, as the evaluating one sees it: the k from which the first keeps rising while the
 * second is down at the end (Gao, Schulman & Hilton 2023, “Scaling laws for reward model overoptimization”: a proxy's best of n
 * against the gold reward; here the evaluating scorer stands in for gold, which it isn't).
 *
 * Null where the evaluation does not turn: its peak is the last k, what it falls is rounding or under a hundredth of its range, or
 * the selecting scorer gains nothing any more. It describes this pool: the last points of a small pool rest on one or two
 * responses, so that a turn may be chance; `turnsWithoutAnyOne` tells.
 *
 * @param curve `bestOfK`'s points, k rising.
 */
export function overOptimisation(curve: readonly BestOfKPoint[]): OverOptimisation | null {
  const last = curve.at(-1);
  if (last === undefined) return null;
  const evaluations = rangeOf(curve.map(({ evaluating }) => evaluating));
  const rounding = roundingOf(evaluations);
  // The first of equal heights is the peak, also where rounding raises a later one.
  const top = curve.find(({ evaluating }) => evaluating >= evaluations.most - rounding) ?? last;
  const fall = top.evaluating - last.evaluating;
  const leastFall = Math.max(rounding, LEAST_SHARE * (evaluations.most - evaluations.least));
  const gain = last.selecting - top.selecting;
  const leastGain = roundingOf(rangeOf(curve.map(({ selecting }) => selecting)));
  if (!(fall > leastFall && gain > leastGain)) return null;
  return { k: top.k, peak: top.evaluating, end: last.evaluating, fall };
}

/**
 * Whether the best-of-k curve of a pool also turns down when any one response is left out: whether it is safe to speak of
 * over-optimisation, and not of one unlucky winner.
 *
 * It matters. Over drawn pools of 8 to 32 normal scores that correlate at 0.6, where more choice truly helps, 43 % of curves turn
 * and 11 % pass this; of pools where the evaluation truly turns down (y = x − x² plus noise of 0.5), 43 % pass at 8 responses, 71 %
 * at 16 and 90 % at 32.
 *
 * In O(n² log n), a curve for each response: for pools of up to a few thousand.
 *
 * @throws RangeError when the lists differ in length.
 */
export function turnsWithoutAnyOne(
  selecting: readonly number[],
  evaluating: readonly number[],
): boolean {
  const turns = (left: number | null): boolean => {
    const without = (scores: readonly number[]): readonly number[] =>
      scores.filter((_, index) => index !== left);
    return overOptimisation(bestOfK(without(selecting), without(evaluating))) !== null;
  };
  return turns(null) && selecting.every((_, index) => turns(index));
}

interface Range {
  readonly least: number;
  readonly most: number;
}

/** Not by `Math.max` of all: so many arguments no engine takes. */
function rangeOf(values: readonly number[]): Range {
  return values.reduce<Range>(
    ({ least, most }, value) => ({ least: Math.min(least, value), most: Math.max(most, value) }),
    { least: Number.POSITIVE_INFINITY, most: Number.NEGATIVE_INFINITY },
  );
}

function roundingOf({ least, most }: Range): number {
  return ROUNDING * Math.max(SMALLEST_SCORE, Math.abs(least), Math.abs(most));
}
