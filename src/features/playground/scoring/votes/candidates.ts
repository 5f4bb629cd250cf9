import {
  avalanche,
  equalResponses,
  isSameResponse,
  type ResponseAddress,
  type SamplingTree,
  type Vote,
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
export function hashOf(...parts: readonly (string | number)[]): number {
  let hash = 0;
  for (const part of parts) {
    // The end of a part counts, so that ('ab', 'c') is not ('a', 'bc').
    for (const letter of `${String(part)}\u0000`)
      hash = avalanche(hash ^ (letter.codePointAt(0) ?? 0));
  }
  return hash;
}

/** The items in the order of their hashes; adding one leaves the order of the others as it was. */
export function shuffled<Item>(
  items: readonly Item[],
  hashOfItem: (item: Item) => number,
): readonly Item[] {
  return items
    .map((item) => ({ item, hash: hashOfItem(item) }))
    .toSorted((one, other) => one.hash - other.hash)
    .map(({ item }) => item);
}
