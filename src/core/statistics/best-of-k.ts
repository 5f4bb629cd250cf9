import { isConstant, mean, paired } from './means-and-least-squares.ts';

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
 * @param selecting scores of the pool by the scorer that picks; finite.
 * @param evaluating scores of the same responses, in the same order, by the scorer that reads the pick; finite.
 * @throws RangeError when the lists differ in length.
 */
export function bestOfK(
  selecting: readonly number[],
  evaluating: readonly number[],
): readonly BestOfKPoint[] {
  const pool = withTiesAveraged([...paired(selecting, evaluating)].sort((a, b) => a[0] - b[0]));
  return pool.map((_, index) => {
    const k = index + 1;
    const chances = chancesOfBeingBest(pool.length, k);
    const expected = (of: 0 | 1): number =>
      pool.reduce((total, item, rank) => total + item[of] * (chances[rank] ?? 0), 0);
    return { k, selecting: expected(0), evaluating: expected(1) };
  });
}

/** By rank, from the least: C(r − 1, k − 1) / C(n, k). From k/n at the top downwards, so that no binomial overflows. */
function chancesOfBeingBest(n: number, k: number): readonly number[] {
  const chances = new Array<number>(n).fill(0);
  let chance = k / n;
  for (let rank = n; rank >= k; rank -= 1) {
    chances[rank - 1] = chance;
    chance *= (rank - k) / (rank - 1 || 1);
  }
  return chances;
}

type Item = readonly [selecting: number, evaluating: number];

function withTiesAveraged(sorted: readonly Item[]): readonly Item[] {
  return sorted.map(([score]) => {
    const tied = sorted.filter(([other]) => other === score).map(([, evaluating]) => evaluating);
    // Equal evaluations keep their exact value: a mean may differ from them by a rounding error.
    return [score, isConstant(tied) ? (tied[0] ?? 0) : (mean(tied) ?? 0)];
  });
}
