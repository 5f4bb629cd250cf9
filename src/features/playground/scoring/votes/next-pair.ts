import { comparisonSchedule, OPPONENTS } from '../../../../core/index.ts';
import {
  type Candidate,
  hashOf,
  keyOf,
  meetingsOf,
  shuffled,
  timesMet,
  type VotingTurn,
} from './candidates.ts';

/** The two texts to show next. */
export interface BlindPair {
  readonly left: Candidate;
  readonly right: Candidate;
  /** Of this round, from 1. */
  readonly position: number;
  /** Comparisons in a round. */
  readonly total: number;
  /** How often this voter has seen every pair, from 0. */
  readonly round: number;
}

/**
 * The pair that a voter should see next; null where there are no two different texts.
 *
 * Each text meets a few others (`comparisonSchedule`), in a circle of its own for each voter, so that a class covers more pairs
 * than one person. First come the pairs seen least, among them those whose texts were seen least, among them chance. Chance, and
 * which of the two stands left, is a hash of run seed, voter and how many were seen: neither arm nor order can be guessed, and
 * the same turn brings the same pair.
 */
export function nextPair(turn: VotingTurn): BlindPair | null {
  const { candidates, met, voter, runSeed } = turn;
  const pairs = pairsFor(turn);
  const seen = timesMet(candidates, met);
  const meetings = meetingsOf(candidates, met);
  const times = pairs.map(
    (pair) => meetings.filter((each) => pair.every((index) => each.pair.includes(index))).length,
  );
  const round = Math.min(...times);
  const chance = (pair: IndexPair, use: string): number =>
    hashOf(use, runSeed, voter, met.length, ...pair);
  const [next] = pairs
    .filter((_, index) => times[index] === round)
    .map((pair) => ({ pair, seen: (seen[pair[0]] ?? 0) + (seen[pair[1]] ?? 0) }))
    .toSorted(
      (one, other) =>
        one.seen - other.seen || chance(one.pair, 'pair') - chance(other.pair, 'pair'),
    );
  if (next === undefined) return null;
  const turned = chance(next.pair, 'side') % 2 === 1;
  const [left, right] = (turned ? next.pair.toReversed() : next.pair).map(
    (index) => candidates[index],
  );
  if (left === undefined || right === undefined) return null;
  const done = times.filter((count) => count > round).length;
  return { left, right, position: done + 1, total: pairs.length, round };
}

type IndexPair = readonly [number, number];

function pairsFor({ candidates, voter, runSeed }: VotingTurn): readonly IndexPair[] {
  const circle = shuffled([...candidates.keys()], (index) => {
    const candidate = candidates[index];
    return hashOf('circle', runSeed, voter, candidate === undefined ? '' : keyOf(candidate));
  });
  return comparisonSchedule(circle.length, OPPONENTS).map(
    ({ first, second }) => [circle[first] ?? 0, circle[second] ?? 0] as const,
  );
}
