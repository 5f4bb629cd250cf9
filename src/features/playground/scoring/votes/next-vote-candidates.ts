import {
  equalResponses,
  hashOfText,
  isSameResponse,
  type ResponseAddress,
  type SamplingTree,
  type Vote,
  comparisonSchedule,
  OPPONENTS,
} from '../../../../core/index.ts';

/** A text that can be voted on. Arms that share seeds often share texts: those stand once, and nobody is asked to tell them apart. */
export interface Candidate {
  /** Where the text stands first: votes on it name this response. */
  readonly response: ResponseAddress;
  /** Every response with this text, the first included. */
  readonly copies: readonly ResponseAddress[];
  readonly text: string;
}

/** Two responses that somebody has seen side by side: a vote, or a pair that was skipped. */
export type Meeting = Pick<Vote, 'first' | 'second'>;

/** The different texts of a run that are finished and not empty, in the order sampled. White space at the ends makes no difference. */
export function candidatesOf(tree: SamplingTree): readonly Candidate[] {
  return equalResponses(tree).map((copies) => ({
    response: addressOf(copies[0]),
    copies: copies.map(addressOf),
    text: copies[0].node.progress.text.trim(),
  }));
}

function addressOf({ armId, nodeId }: ResponseAddress): ResponseAddress {
  return { armId, nodeId };
}

/** The index of the candidate that a response's text is; −1 where it is none. */
function indexOfResponse(candidates: readonly Candidate[], response: ResponseAddress): number {
  return candidates.findIndex(({ copies }) =>
    copies.some((copy) => isSameResponse(copy, response)),
  );
}

/** Those who met, by index; a meeting of a text with itself, or with what isn't there, is left out. */
export function meetingsOf<Met extends Meeting>(
  candidates: readonly Candidate[],
  met: readonly Met[],
): readonly (Met & { readonly pair: readonly [number, number] })[] {
  return met.flatMap((meeting) => {
    const first = indexOfResponse(candidates, meeting.first);
    const second = indexOfResponse(candidates, meeting.second);
    if (first < 0 || second < 0 || first === second) return [];
    return [{ ...meeting, pair: [first, second] as const }];
  });
}

/** How often each candidate has met another. */
export function timesMet(
  candidates: readonly Candidate[],
  met: readonly Meeting[],
): readonly number[] {
  const times = candidates.map(() => 0);
  for (const { pair } of meetingsOf(candidates, met)) {
    for (const index of pair) times[index] = (times[index] ?? 0) + 1;
  }
  return times;
}

/** What decides who is shown when: with the same of each, everything is shown in the same order. */
export interface VotingTurn {
  readonly candidates: readonly Candidate[];
  /** What this voter has seen side by side, here or in a turn before. */
  readonly met: readonly Meeting[];
  readonly voter: string;
  readonly runSeed: number;
}

/** Names a candidate for a hash. */
export function keyOf({ response }: Candidate): string {
  return `${response.armId} ${response.nodeId}`;
}

/**
 * A number in [0, 2^32) that depends on every part and on their order: what looks shuffled to a person and is the same again
 * for the same run, voter and number of votes.
 */
function hashOf(...parts: readonly (string | number)[]): number {
  // The end of a part counts, so that ('ab', 'c') is not ('a', 'bc').
  return hashOfText(parts.map((part) => `${String(part)}\u0000`).join(''));
}

/** The items in the order of their hashes; adding one leaves the order of the others as it was. */
function shuffled<Item>(
  items: readonly Item[],
  hashOfItem: (item: Item) => number,
): readonly Item[] {
  return items
    .map((item) => ({ item, hash: hashOfItem(item) }))
    .toSorted((one, other) => one.hash - other.hash)
    .map(({ item }) => item);
}

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
