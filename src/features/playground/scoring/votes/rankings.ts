import type { Vote } from '../../../../core/index.ts';
import {
  type Candidate,
  hashOf,
  keyOf,
  shuffled,
  timesMet,
  type VotingTurn,
} from './candidates.ts';

/** More than four texts at once are hard to keep in mind. */
const MOST_RANKED = 4;

/**
 * The texts to rank next, in a shuffled order: those that this voter has seen least. One seen before is always among them, so
 * that one ranking is linked to the next and strengths can be compared across them.
 */
export function nextRanking({ candidates, met, voter, runSeed }: VotingTurn): readonly Candidate[] {
  const times = timesMet(candidates, met);
  const chance =
    (use: string) =>
    (candidate: Candidate): number =>
      hashOf(use, runSeed, voter, met.length, keyOf(candidate));
  const leastFirst = shuffled(candidates, chance('rank')).toSorted(
    (one, other) => timesOf(one) - timesOf(other),
  );
  const link = leastFirst.find((candidate) => timesOf(candidate) > 0);
  const fresh = leastFirst.filter((candidate) => candidate !== link);
  const chosen =
    link === undefined ? fresh.slice(0, MOST_RANKED) : [link, ...fresh.slice(0, MOST_RANKED - 1)];
  return shuffled(chosen, chance('place'));

  function timesOf(candidate: Candidate): number {
    return times[candidates.indexOf(candidate)] ?? 0;
  }
}

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
