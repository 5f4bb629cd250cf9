import type { Vote } from '../../../../core/index.ts';
import type { Candidate } from './candidates.ts';

/**
 * What a ranking says of each of its pairs: n texts give n (n − 1) / 2 votes. They are not independent, as separate comparisons
 * would be, so intervals from rankings are somewhat too narrow.
 *
 * @param ranked best first.
 */
export function rankingToVotes(ranked: readonly Candidate[], voter: string): readonly Vote[] {
  return ranked.flatMap((better, place) =>
    ranked.slice(place + 1).map((worse) => ({
      first: better.response,
      second: worse.response,
      outcome: 'first' as const,
      voter,
    })),
  );
}

/** The order with one text moved by so many places, as far as there are places. */
export function moveBy<Item>(order: readonly Item[], item: Item, places: number): readonly Item[] {
  const from = order.indexOf(item);
  if (from < 0) return order;
  const others = order.toSpliced(from, 1);
  const to = Math.max(0, Math.min(others.length, from + places));
  return others.toSpliced(to, 0, item);
}
