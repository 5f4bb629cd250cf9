/** A range that holds the true value at the level said. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Standard deviations around the mean that hold 95 % of a normal distribution: Φ⁻¹(0.975), as tables give it. */
export const DEVIATIONS_OF_95_PERCENT = 1.959963984540054;

/**
 * Wilson's score interval of a share at the 95 % level (Wilson 1927), without continuity correction: it stays within 0 to 1 and, other than the
 * usual ±, says something sensible of 0 and of all successes.
 *
 * @param successes from 0 to n; halves are allowed, so that a tie can count half.
 * @param n trials; the interval is null for none.
 * @throws RangeError when the successes are fewer than 0 or more than n.
 */
export function wilsonInterval(successes: number, n: number): Interval | null {
  if (!(successes >= 0 && successes <= n))
    throw new RangeError('The successes must be between 0 and the number of trials.');
  if (n === 0) return null;
  const z = DEVIATIONS_OF_95_PERCENT;
  const share = successes / n;
  const shrink = 1 + (z * z) / n;
  const centre = (share + (z * z) / (2 * n)) / shrink;
  const half = (z / shrink) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  // The ends of no and of all successes are exactly 0 and 1; computed, they miss them by a rounding error.
  return {
    low: successes === 0 ? 0 : Math.max(0, centre - half),
    high: successes === n ? 1 : Math.min(1, centre + half),
  };
}
