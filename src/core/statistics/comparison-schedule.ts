/** Two items to compare, by index; `first` is the one shown first. */
export interface ScheduledPair {
  readonly first: number;
  readonly second: number;
}

/**
 * Which pairs to compare where all pairs are too many: a circulant design. The items stand in a circle, and each meets those at
 * a few fixed distances from it. Every item meets the same number of others, everything is linked to everything through a chain
 * of comparisons, and an item is shown first as often as second (to within one).
 *
 * The distances are chosen one by one, each so that all differences of strength become known best on average (A-optimality: the
 * least sum of inverse eigenvalues of the graph's Laplacian, which for a circulant are cosines). Deterministic.
 *
 * @param count items, a whole number; no pairs for fewer than two.
 * @param perItem others that each item meets, at least 1. Two are needed for a chain through all, so 1 becomes 2; where both
 *   `count` and `perItem` are odd no such design exists, and each meets one more; from count − 1 on it is all pairs.
 * @returns pairs by distance, so that whoever stops early has met all items about equally often.
 * @throws RangeError for counts that are not whole numbers from 0 and 1.
 */
export function comparisonSchedule(count: number, perItem: number): readonly ScheduledPair[] {
  if (!Number.isInteger(count) || count < 0 || !Number.isInteger(perItem) || perItem < 1)
    throw new RangeError('Both the items and the comparisons of each must be whole numbers.');
  return distances(count, perItem).flatMap((distance) => pairsAt(count, distance));
}

/** Distance 1 first, which links the whole circle. */
function distances(count: number, perItem: number): readonly number[] {
  const half = count / 2;
  const wanted = Math.min(count - 1, Math.max(2, perItem));
  const needsHalf = Number.isInteger(half) && wanted % 2 === 1;
  const others = Math.min(
    Math.ceil(half) - 1,
    needsHalf ? (wanted - 1) / 2 : Math.ceil(wanted / 2),
  );
  const chosen: number[] = [];
  while (chosen.length < others) {
    chosen.push(chosen.length === 0 ? 1 : bestNext(count, chosen, needsHalf ? [half] : []));
  }
  // The circle's opposite side is met once and not twice: it makes an odd number of others.
  return needsHalf ? [...chosen, half] : chosen;
}

function bestNext(count: number, chosen: readonly number[], given: readonly number[]): number {
  let best = { distance: 0, spread: Number.POSITIVE_INFINITY };
  for (let distance = 2; distance < count / 2; distance += 1) {
    if (chosen.includes(distance)) continue;
    const spread = averageVariance(count, [...chosen, ...given, distance]);
    // Equally good distances differ by rounding alone: the shorter one stays, on every machine.
    if (spread < best.spread * (1 - 1e-9)) best = { distance, spread };
  }
  return best.distance;
}

/** Up to a factor, the mean variance of the estimated difference between two items where all strengths are alike. */
function averageVariance(count: number, chosen: readonly number[]): number {
  let sum = 0;
  for (let frequency = 1; frequency < count; frequency += 1) {
    const angle = (2 * Math.PI * frequency) / count;
    const eigenvalue = chosen.reduce(
      (total, distance) =>
        total + (2 * distance === count ? 1 : 2) * (1 - Math.cos(angle * distance)),
      0,
    );
    sum += 1 / eigenvalue;
  }
  return sum;
}

function pairsAt(count: number, distance: number): readonly ScheduledPair[] {
  if (2 * distance !== count)
    return Array.from({ length: count }, (_, item) => ({
      first: item,
      second: (item + distance) % count,
    }));
  return Array.from({ length: distance }, (_, item) =>
    item % 2 === 0
      ? { first: item, second: item + distance }
      : { first: item + distance, second: item },
  );
}
