import { avalanche } from '../seeds.ts';
import { forEachEntry, solveSparse, type SparseMatrix } from './sparse-matrix.ts';
import { lessGroupMeans } from './variances-from-mean.ts';

/** A variance from so many draws is off by √(2 / draws) = 14 % as a standard deviation, its root by 7 %. */
const DRAWS = 100;
/** A draw is off by far more than what its solution leaves. */
const TOLERANCE = 1e-3;

/**
 * As `solvedVariances`, for items of which there are too many to solve for each: in time in line with the entries, means over 100
 * draws with the same covariance. The root of each is off by 7 %, as a standard deviation. The same matrix gives the same draws.
 */
export function drawnVariances(information: SparseMatrix, groups: readonly number[]): Float64Array {
  // Noise that has the information as its covariance has the inverse once it is solved for.
  const sums = new Float64Array(groups.length);
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const noise = noiseOf(information, avalanche(draw));
    const distances = lessGroupMeans(solveSparse(information, noise, TOLERANCE), groups);
    distances.forEach((distance, item) => (sums[item] = (sums[item] ?? 0) + distance * distance));
  }
  return sums.map((sum) => sum / DRAWS);
}

/** Each pair of items pushes its two apart, and what the diagonal has beyond them pushes each alone; either way is as likely. */
function noiseOf({ rows, entries, diagonal }: SparseMatrix, seed: number): Float64Array {
  const sign = (place: number): number => (avalanche(seed ^ place) & 1 ? 1 : -1);
  const noise = new Float64Array(diagonal.length);
  diagonal.forEach((all, item) => {
    let alone = all;
    forEachEntry(rows, item, (other, place) => {
      const shared = -(entries[place] ?? 0);
      alone -= shared;
      if (other > item) return;
      const push = sign(place) * Math.sqrt(shared);
      noise[item] = (noise[item] ?? 0) + push;
      noise[other] = (noise[other] ?? 0) - push;
    });
    const push = sign(entries.length + item) * Math.sqrt(Math.max(0, alone));
    noise[item] = (noise[item] ?? 0) + push;
  });
  return noise;
}
