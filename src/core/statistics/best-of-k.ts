import { paired, type Paired } from './means-and-least-squares.ts';

/** What picking the best of k by one scorer gains, on average over all ways to draw k responses of the pool. */
export interface BestOfKPoint {
  readonly k: number;
  /** The expected score of the pick by the scorer that picked it; never falls as k grows. */
  readonly selecting: number;
  /** The expected score of the same pick by the other scorer. */
  readonly evaluating: number;
}

/**
 * The best-of-k curve of one scorer, read by another, for k = 1 … n.
 *
 * Exact, by order statistics and not by drawing: of the responses in rising order of the selecting score, the r-th is the best
 * of a random k-subset with probability C(r − 1, k − 1) / C(n, k). Equal selecting scores are picked equally often. At k = 1 both
 * are the pool's means, at k = n the winner's own scores: the last points rest on very few responses.
 *
 * In O(n log n) and for pools of 100,000: a k-subset is all but sure to hold one of the top few times n / k, and what is left of
 * its chances is dropped once it is below 2⁻⁶⁰, a hundredth of the rounding of a sum.
 *
 * @param selecting scores of the pool by the scorer that picks; finite.
 * @param evaluating scores of the same responses, in the same order, by the scorer that reads the pick; finite.
 * @throws RangeError when the lists differ in length.
 */
export function bestOfK(
  selecting: readonly number[],
  evaluating: readonly number[],
): readonly BestOfKPoint[] {
  const pool = withTiesAveraged([...paired(selecting, evaluating)].sort((a, b) => a[0] - b[0]));
  return Array.from(pool.selecting, (_, index) => {
    const point = { k: index + 1, selecting: 0, evaluating: 0 };
    forEachChanceOfBeingBest(pool.selecting.length, point.k, (chance, rank) => {
      point.selecting += chance * (pool.selecting[rank - 1] ?? 0);
      point.evaluating += chance * (pool.evaluating[rank - 1] ?? 0);
    });
    return point;
  });
}

/** What is left of the chances of one k is dropped below this. */
const LEAST_MASS = 2 ** -60;

/**
 * The chance of each rank, from n down, to be the best of a random k-subset of n: C(rank − 1, k − 1) / C(n, k).
 *
 * By what is left: the best is of this rank or lower with chance C(rank, k) / C(n, k), and of that, k in rank is its own.
 * No binomial overflows, every term is positive, so nothing cancels.
 */
export function forEachChanceOfBeingBest(
  n: number,
  k: number,
  visit: (chance: number, rank: number) => void,
): void {
  let left = 1;
  for (let rank = n; rank >= k && left >= LEAST_MASS; rank -= 1) {
    visit((left * k) / rank, rank);
    left *= (rank - k) / rank;
  }
}

interface Pool {
  /** In rising order. */
  readonly selecting: Float64Array;
  /** Of the same responses; equal selecting scores share the mean of theirs. */
  readonly evaluating: Float64Array;
}

function withTiesAveraged(sorted: Paired): Pool {
  const selecting = Float64Array.from(sorted, ([score]) => score);
  const evaluating = Float64Array.from(sorted, ([, score]) => score);
  for (let start = 0, end = 0; start < sorted.length; start = end) {
    while (end < sorted.length && selecting[end] === selecting[start]) end += 1;
    const tied = evaluating.subarray(start, end);
    tied.fill(meanOfTied(tied));
  }
  return { selecting, evaluating };
}

/** Equal evaluations keep their exact value: a mean may differ from them by a rounding error. */
function meanOfTied(tied: Float64Array): number {
  const [first = 0] = tied;
  if (tied.every((value) => value === first)) return first;
  return tied.reduce((total, value) => total + value, 0) / tied.length;
}
