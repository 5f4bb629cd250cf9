/**
 * Items by their text, in the order in which each first comes: arms that share drafts, or draw the same words twice, make no
 * new observation. Counted as several, two unrelated scorers seem to agree where they only repeat themselves.
 */
export function groupCopies<Item>(
  items: readonly Item[],
  textOf: (item: Item) => string,
): readonly (readonly [Item, ...Item[]])[] {
  const groups = new Map<string, [Item, ...Item[]]>();
  for (const item of items) {
    const text = textOf(item).trim();
    const group = groups.get(text);
    if (group === undefined) groups.set(text, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
