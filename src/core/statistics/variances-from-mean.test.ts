import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { avalanche } from '../seeds.ts';
import { drawnVariances } from './drawn-variances.ts';
import { solveSparse, type SparseMatrix } from './sparse-matrix.ts';
import { solvedVariances } from './variances-from-mean.ts';

type Pair = readonly [first: number, second: number, weight: number];

/** The Laplacian of weighted pairs, each different, and a weight of each item's own. */
function informationOf(pairs: readonly Pair[], alone: readonly number[]): SparseMatrix {
  const met = alone.map((_, item) =>
    pairs.flatMap(([first, second, weight]) => {
      if (first === item) return [{ other: second, weight }];
      return second === item ? [{ other: first, weight }] : [];
    }),
  );
  const starts = new Uint32Array(alone.length + 1);
  met.forEach((others, item) => (starts[item + 1] = (starts[item] ?? 0) + others.length));
  const entries = met.flat();
  return {
    rows: { starts, columns: Uint32Array.from(entries, ({ other }) => other) },
    entries: Float64Array.from(entries, ({ weight }) => -weight),
    diagonal: Float64Array.from(alone, (own, item) =>
      (met[item] ?? []).reduce((sum, { weight }) => sum + weight, own),
    ),
  };
}

const weight = fc.double({ min: 0.01, max: 10, noNaN: true });
/** Up to eight items, any of their pairs. */
const graphs = fc
  .array(weight, { minLength: 1, maxLength: 8 })
  .chain((alone) => {
    const all = alone.flatMap((_, first) =>
      alone.flatMap((_own, second) => (second > first ? [[first, second] as const] : [])),
    );
    return fc.tuple(fc.constant(alone), fc.subarray(all), fc.array(weight, { minLength: 28 }));
  })
  .map(([alone, pairs, weights]) =>
    informationOf(
      pairs.map(([first, second], index): Pair => [first, second, weights[index] ?? 1]),
      alone,
    ),
  );

describe('a sparse matrix', () => {
  it('is solved', () => {
    fc.assert(
      fc.property(graphs, (matrix) => {
        const values = matrix.diagonal.map((_, item) => item - 2.5);
        const { starts, columns } = matrix.rows;
        const solution = solveSparse(matrix, values, 1e-12);
        values.forEach((value, row) => {
          let product = (matrix.diagonal[row] ?? 0) * (solution[row] ?? 0);
          for (let place = starts[row] ?? 0; place < (starts[row + 1] ?? 0); place += 1)
            product += (matrix.entries[place] ?? 0) * (solution[columns[place] ?? 0] ?? 0);
          expect(product).toBeCloseTo(value, 9);
        });
      }),
    );
  });

  it('leaves nothing as it is', () => {
    const matrix = informationOf([[0, 1, 2]], [1, 1]);
    expect([...solveSparse(matrix, new Float64Array(2), 1e-6)]).toEqual([0, 0]);
  });
});

describe('the variance of the distance from the mean', () => {
  it('is that of the inverse, by hand', () => {
    // [[3, −2], [−2, 3]] has the inverse [[3, 2], [2, 3]] / 5: half the difference varies by (3 + 3 − 2 · 2) / 4 / 5.
    const pair = informationOf([[0, 1, 2]], [1, 1]);
    for (const variance of solvedVariances(pair, [0, 0])) expect(variance).toBeCloseTo(0.1, 12);
    // One in its group never differs from its mean.
    expect([...solvedVariances(informationOf([], [1, 2]), [0, 1])]).toEqual([0, 0]);
    expect([...solvedVariances(informationOf([], []), [])]).toEqual([]);
  });

  it('is what the columns of the inverse give', () => {
    fc.assert(
      fc.property(graphs, (information) => {
        const count = information.diagonal.length;
        const groups = new Array<number>(count).fill(0);
        solvedVariances(information, groups).forEach((variance, item) => {
          const distance = Float64Array.from(
            groups,
            (_, other) => -1 / count + (other === item ? 1 : 0),
          );
          const column = solveSparse(information, distance, 1e-12);
          const expected = column.reduce(
            (sum, value, row) => sum + value * (distance[row] ?? 0),
            0,
          );
          expect(variance).toBeCloseTo(expected, 9);
        });
      }),
    );
  });

  it('is drawn within what the draws promise where the items are many', () => {
    const count = 600;
    // Each meets its neighbours at three distances, no pair twice.
    const pairs = [1, 7, 43].flatMap((distance) =>
      Array.from({ length: count }, (_, first): Pair => {
        const second = (first + distance) % count;
        return [first, second, 0.05 + (avalanche(distance * count + first) % 5) / 5];
      }),
    );
    const information = informationOf(pairs, new Array<number>(count).fill(0.05));
    const groups = new Array<number>(count).fill(0);
    const exact = solvedVariances(information, groups);
    const drawn = drawnVariances(information, groups);
    expect(drawnVariances(information, groups)).toEqual(drawn);
    const errors = drawn.map((variance, item) => Math.sqrt(variance / (exact[item] ?? 0)) - 1);
    const spread = Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / count);
    expect(spread).toBeGreaterThan(0.05);
    expect(spread).toBeLessThan(0.09);
    expect(Math.max(...errors.map(Math.abs))).toBeLessThan(0.35);
  });
});
