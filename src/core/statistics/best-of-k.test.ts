import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestOfK, forEachChanceOfBeingBest } from './best-of-k.ts';

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

  it('keeps its figures for a pool of a hundred thousand', () => {
    const n = 100_000;
    const rising = Array.from({ length: n }, (_, index) => index + 1);
    const falling = rising.toReversed();
    const worst = { selecting: 0, evaluating: 0 };
    for (const { k, selecting, evaluating } of bestOfK(rising, falling)) {
      // The expected maximum, and by turning the numbers round minimum, of k of the numbers 1 … n without replacement.
      const [most, least] = [(k * (n + 1)) / (k + 1), (n + 1) / (k + 1)];
      worst.selecting = Math.max(worst.selecting, Math.abs(selecting / most - 1));
      worst.evaluating = Math.max(worst.evaluating, Math.abs(evaluating / least - 1));
    }
    expect(worst.selecting).toBeLessThan(1e-9);
    expect(worst.evaluating).toBeLessThan(1e-9);
  });

  it('reads a hundred thousand equal scores as one', () => {
    const same = new Array<number>(100_000).fill(0.1);
    const evaluating = same.map((_, index) => (index % 2 === 0 ? 1 : 2));
    const points = bestOfK(same, evaluating);
    for (const k of [1, 2, 1000, 99_999, 100_000]) {
      expect(points[k - 1]?.selecting).toBeCloseTo(0.1, 12);
      expect(points[k - 1]?.evaluating).toBeCloseTo(1.5, 10);
    }
  });
});

describe('the chances to be the best', () => {
  it('are those of the binomials, and sum to 1', () => {
    const sizes = fc
      .integer({ min: 1, max: 25 })
      .chain((n) => fc.record({ n: fc.constant(n), k: fc.integer({ min: 1, max: n }) }));
    fc.assert(
      fc.property(sizes, ({ n, k }) => {
        let sum = 0;
        forEachChanceOfBeingBest(n, k, (chance, rank) => {
          sum += chance;
          expect(chance).toBeCloseTo(binomial(rank - 1, k - 1) / binomial(n, k), 12);
        });
        expect(sum).toBeCloseTo(1, 12);
      }),
    );
  });

  it('are told of no more ranks than matter', () => {
    const n = 100_000;
    const told = (k: number): number => {
      let count = 0;
      forEachChanceOfBeingBest(n, k, () => (count += 1));
      return count;
    };
    expect([told(1), told(n)]).toEqual([n, 1]);
    // Each rank that a subset misses leaves about e^(−k/n), so that 60 · ln 2 · n / k leave 2⁻⁶⁰.
    for (const k of [100, 1000, 10_000]) expect(told(k)).toBeLessThanOrEqual((42 * n) / k);
  });
});

/** The subsets of k of n. */
function binomial(n: number, k: number): number {
  let count = 1;
  for (let index = 1; index <= k; index += 1) count = (count * (n - k + index)) / index;
  return count;
}
