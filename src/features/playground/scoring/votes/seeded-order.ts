import { avalanche } from '../../../../core/index.ts';

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
