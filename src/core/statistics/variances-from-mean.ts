import { product, solveSparse, type SparseMatrix } from './sparse-matrix.ts';

/**
 * Of normal quantities whose information, the inverse of their covariance, is known: the variance of each one's distance from the
 * mean of its group.
 *
 * @param information its entries beside the diagonal are at most 0, and in each row sum with the diagonal to no less than 0; none
 *   leads from one group to another.
 * @param groups of each item, from 0.
 */
export type VariancesFromMean = (
  information: SparseMatrix,
  groups: readonly number[],
) => Float64Array;

/** A variance is off by the square of what its solution leaves. */
const TOLERANCE = 1e-6;

/** Item by item: the covariance turns its distance from the mean into what that varies by. In time in line with items times entries. */
export function solvedVariances(
  information: SparseMatrix,
  groups: readonly number[],
): Float64Array {
  return Float64Array.from(groups, (_, item) => {
    const one = new Float64Array(groups.length);
    one[item] = 1;
    const distance = lessGroupMeans(one, groups);
    return product(distance, solveSparse(information, distance, TOLERANCE));
  });
}

/** Each value's distance from the mean of its group. */
export function lessGroupMeans(values: Float64Array, groups: readonly number[]): Float64Array {
  const [sums, counts]: [number[], number[]] = [[], []];
  groups.forEach((group, item) => {
    sums[group] = (sums[group] ?? 0) + (values[item] ?? 0);
    counts[group] = (counts[group] ?? 0) + 1;
  });
  return values.map((value, item) => {
    const group = groups[item] ?? 0;
    return value - (sums[group] ?? 0) / (counts[group] ?? 1);
  });
}
