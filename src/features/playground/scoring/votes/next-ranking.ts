import { keyOf, timesMet, type Candidate, type VotingTurn } from './candidates.ts';
import { hashOf, shuffled } from './seeded-order.ts';

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
