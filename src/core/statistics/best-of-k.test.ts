import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestOfK } from './best-of-k.ts';

/** The definition itself: all k-subsets, all their best, each as likely. */
function byCounting(
  selecting: readonly number[],
  evaluating: readonly number[],
  k: number,
): number {
  const subsets = Array.from({ length: 2 ** selecting.length }, (_, bits) =>
    selecting.flatMap((_score, index) => ((bits >> index) & 1 ? [index] : [])),
  ).filter((subset) => subset.length === k);
  const means = subsets.map((subset) => {
    const most = Math.max(...subset.map((index) => selecting[index] ?? 0));
    const best = subset.filter((index) => selecting[index] === most);
    return best.reduce((total, index) => total + (evaluating[index] ?? 0), 0) / best.length;
  });
  return means.reduce((total, value) => total + value, 0) / means.length;
}

const pools = fc.array(
  fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -20, max: 20 })),
  { minLength: 1, maxLength: 8 },
);

describe('bestOfK', () => {
  it('weighs ranks by the subsets that they are the best of', () => {
    // Of the three pairs, one has the middle response as its best and two the top one.
    const [one, two, three] = bestOfK([1, 2, 4], [9, 6, 3]);
    expect(one?.selecting).toBeCloseTo(7 / 3, 12);
    expect(one?.evaluating).toBeCloseTo(6, 12);
    expect(two?.selecting).toBeCloseTo((2 + 2 * 4) / 3, 12);
    expect(two?.evaluating).toBeCloseTo((6 + 2 * 3) / 3, 12);
    expect(three).toEqual({ k: 3, selecting: 4, evaluating: 3 });
  });

  it('averages the evaluations of equal scores', () => {
    expect(bestOfK([1, 1], [0, 10]).map(({ evaluating }) => evaluating)).toEqual([5, 5]);
  });

  it('has no point for no response', () => {
    expect(bestOfK([], [])).toEqual([]);
    expect(() => bestOfK([1], [])).toThrow(RangeError);
  });

  it('is what counting all subsets gives, ties included', () => {
    fc.assert(
      fc.property(pools, (pool) => {
        const selecting = pool.map(([score]) => score);
        const evaluating = pool.map(([, score]) => score);
        for (const point of bestOfK(selecting, evaluating)) {
          expect(point.selecting).toBeCloseTo(byCounting(selecting, selecting, point.k), 9);
          expect(point.evaluating).toBeCloseTo(byCounting(selecting, evaluating, point.k), 9);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('does not depend on the order of the pool, and the selecting scorer never loses', () => {
    fc.assert(
      fc.property(pools, (pool) => {
        const curve = (items: typeof pool) =>
          bestOfK(
            items.map(([score]) => score),
            items.map(([, score]) => score),
          );
        const points = curve(pool);
        curve([...pool].reverse()).forEach((point, index) => {
          expect(point.evaluating).toBeCloseTo(points[index]?.evaluating ?? Number.NaN, 9);
        });
        points.slice(1).forEach(({ selecting }, index) => {
          expect(selecting).toBeGreaterThanOrEqual((points[index]?.selecting ?? 0) - 1e-9);
        });
      }),
    );
  });

  it('keeps its figures for a pool of a thousand', () => {
    const rising = Array.from({ length: 1000 }, (_, index) => index + 1);
    for (const { k, evaluating } of bestOfK(rising, rising).filter(({ k }) => k % 97 === 1))
      // The expected maximum of k of the numbers 1 … n without replacement.
      expect(evaluating).toBeCloseTo((k * 1001) / (k + 1), 8);
  });
});
