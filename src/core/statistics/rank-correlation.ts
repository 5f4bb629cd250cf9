import { slope, paired } from './means-and-least-squares.ts';

/** How two scorers order the pairs of items. The three counts sum to n (n − 1) / 2. */
export interface PairwiseAgreement {
  /** Pairs that both order the same way. */
  readonly alike: number;
  /** Pairs that they order in opposite ways. */
  readonly opposed: number;
  /** Pairs that at least one of them leaves equal: neither agreement nor dissent. */
  readonly tied: number;
  /** alike / (alike + opposed), 0 to 1, chance 0.5; null where every pair is tied. */
  readonly share: number | null;
}

/**
 * The share of pairs that two scorers of the same items order alike; ties are counted apart. Equal means exactly equal.
 *
 * @throws RangeError when the lists differ in length.
 */
export function pairwiseAgreement(
  first: readonly number[],
  second: readonly number[],
): PairwiseAgreement {
  const { alike, opposed, pairs } = countPairs(first, second);
  const ordered = alike + opposed;
  return {
    alike,
    opposed,
    tied: pairs - ordered,
    share: ordered === 0 ? null : alike / ordered,
  };
}

/**
 * Kendall's τ-b, −1 to 1: pairs ordered alike less pairs ordered in opposite ways, over the geometric mean of the pairs that
 * each scorer does order (Kendall 1945, “The treatment of ties in ranking problems”). Without ties it is τ-a.
 *
 * Null where it is undefined: fewer than two items, or a scorer that leaves all equal.
 *
 * @throws RangeError when the lists differ in length.
 */
export function kendallTau(first: readonly number[], second: readonly number[]): number | null {
  const { alike, opposed, pairs, tiedInFirst, tiedInSecond } = countPairs(first, second);
  const ordered = (pairs - tiedInFirst) * (pairs - tiedInSecond);
  return ordered === 0 ? null : (alike - opposed) / Math.sqrt(ordered);
}

/**
 * Spearman's ρ, −1 to 1: Pearson's correlation of the ranks, equal values sharing the mean of theirs.
 *
 * Null where it is undefined: fewer than two items, or a scorer that leaves all equal.
 *
 * @throws RangeError when the lists differ in length.
 */
export function spearman(first: readonly number[], second: readonly number[]): number | null {
  return slope(ranks(first), ranks(second))?.correlation ?? null;
}

/** Ranks from 1 for the least, in the order given; equal values share the mean of theirs: 5, 7, 7, 9 → 1, 2.5, 2.5, 4. */
export function ranks(values: readonly number[]): readonly number[] {
  const sorted = Float64Array.from(values).sort();
  const rankOf = new Map<number, number>();
  forEachRun(
    sorted.length,
    (index) => sorted[index] === sorted[index - 1],
    (start, length) => rankOf.set(sorted[start] ?? Number.NaN, start + (length + 1) / 2),
  );
  return values.map((value) => rankOf.get(value) ?? Number.NaN);
}

interface PairCounts {
  readonly pairs: number;
  readonly alike: number;
  readonly opposed: number;
  readonly tiedInFirst: number;
  readonly tiedInSecond: number;
}

/**
 * In O(n log n), by Knight's way (1966, “A computer method for calculating Kendall's tau with ungrouped data”): in the order of the
 * first scorer, ties in that of the second, the pairs that a stable sort by the second exchanges are those that the two order in
 * opposite ways. The counts are whole numbers, exact for up to ninety million items.
 */
function countPairs(first: readonly number[], second: readonly number[]): PairCounts {
  // Equal infinities differ by NaN, which is no order either.
  const items = [...paired(first, second)].sort((a, b) => a[0] - b[0] || a[1] - b[1] || 0);
  const isTied = (index: number, by: 0 | 1): boolean =>
    items[index]?.[by] === items[index - 1]?.[by];
  const { sorted, exchanged } = sortByMerging(Float64Array.from(items, ([, value]) => value));
  const pairs = pairsOf(items.length);
  const tiedInFirst = pairsInRuns(items.length, (index) => isTied(index, 0));
  const tiedInSecond = pairsInRuns(items.length, (index) => sorted[index] === sorted[index - 1]);
  const tiedInBoth = pairsInRuns(items.length, (index) => isTied(index, 0) && isTied(index, 1));
  const alike = pairs - tiedInFirst - tiedInSecond + tiedInBoth - exchanged;
  return { pairs, alike, opposed: exchanged, tiedInFirst, tiedInSecond };
}

function pairsOf(count: number): number {
  return (count * count - count) / 2;
}

function pairsInRuns(count: number, goesOn: (index: number) => boolean): number {
  let pairs = 0;
  forEachRun(count, goesOn, (_start, length) => (pairs += pairsOf(length)));
  return pairs;
}

/** @param goesOn whether the item of this index, 1 or more, is in the run of the one before */
function forEachRun(
  count: number,
  goesOn: (index: number) => boolean,
  visit: (start: number, length: number) => void,
): void {
  for (let start = 0, end = 0; start < count; start = end) {
    do end += 1;
    while (end < count && goesOn(end));
    visit(start, end - start);
  }
}

/** @returns the values in rising order, and how many pairs stood in falling order. */
function sortByMerging(values: Float64Array): { sorted: Float64Array; exchanged: number } {
  let [from, to]: [Float64Array, Float64Array] = [values, new Float64Array(values.length)];
  let exchanged = 0;
  for (let width = 1; width < values.length; width *= 2) {
    for (let start = 0; start < values.length; start += 2 * width) {
      exchanged += merge(from, to, start, width);
    }
    [from, to] = [to, from];
  }
  return { sorted: from, exchanged };
}

/** Merges two sorted neighbours of `width`, the last ones as long as they are; returns the pairs that it exchanges. */
function merge(from: Float64Array, to: Float64Array, start: number, width: number): number {
  const middle = Math.min(start + width, from.length);
  const end = Math.min(middle + width, from.length);
  let [left, right, exchanged] = [start, middle, 0];
  for (let place = start; place < end; place += 1) {
    const [one, other] = [from[left] ?? 0, from[right] ?? 0];
    if (left < middle && (right === end || one <= other)) {
      to[place] = one;
      left += 1;
    } else {
      to[place] = other;
      right += 1;
      exchanged += middle - left;
    }
  }
  return exchanged;
}
