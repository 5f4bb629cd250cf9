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
  return values.map((value) => {
    const less = values.filter((other) => other < value).length;
    const equal = values.filter((other) => other === value).length;
    return less + (equal + 1) / 2;
  });
}

interface PairCounts {
  readonly pairs: number;
  readonly alike: number;
  readonly opposed: number;
  readonly tiedInFirst: number;
  readonly tiedInSecond: number;
}

function countPairs(first: readonly number[], second: readonly number[]): PairCounts {
  const counts = { pairs: 0, alike: 0, opposed: 0, tiedInFirst: 0, tiedInSecond: 0 };
  const items = paired(first, second);
  items.forEach(([one, two], index) => {
    for (const [otherOne, otherTwo] of items.slice(index + 1)) {
      // Signs and not a product of differences, which can vanish for tiny ones.
      const [byFirst, bySecond] = [Math.sign(one - otherOne), Math.sign(two - otherTwo)];
      counts.pairs += 1;
      if (byFirst === 0) counts.tiedInFirst += 1;
      if (bySecond === 0) counts.tiedInSecond += 1;
      if (byFirst * bySecond > 0) counts.alike += 1;
      if (byFirst * bySecond < 0) counts.opposed += 1;
    }
  });
  return counts;
}
