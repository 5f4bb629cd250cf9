/**
 * A number in [0, 2^32) that depends on every part and on their order: what looks shuffled to a person and is the same again
 * for the same run, voter and number of votes.
 */
export function hashOf(...parts: readonly (string | number)[]): number {
  let hash = 0;
  for (const part of parts) {
    // The end of a part counts, so that ('ab', 'c') is not ('a', 'bc').
    for (const letter of `${String(part)}\u0000`)
      hash = spread(hash ^ (letter.codePointAt(0) ?? 0));
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

/** As in the core's seeds: the 32-bit finaliser of MurmurHash3 (Appleby, public domain). */
function spread(value: number): number {
  let hash = (value + 0x6d2b79f5) | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
