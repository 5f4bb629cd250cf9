/**
 * The group of each item, numbered from 0 in the order of their first items: two items are in one group where a chain of
 * comparisons leads from one to the other.
 *
 * @param meetings by item: those it was compared with.
 */
export function groupsOf(meetings: readonly ReadonlyMap<number, unknown>[]): readonly number[] {
  const groups = new Array<number>(meetings.length).fill(-1);
  let next = 0;
  for (let item = 0; item < meetings.length; item += 1) {
    if (groups[item] !== -1) continue;
    const waiting = [item];
    for (let member = waiting.pop(); member !== undefined; member = waiting.pop()) {
      if (groups[member] !== -1) continue;
      groups[member] = next;
      waiting.push(...(meetings[member]?.keys() ?? []));
    }
    next += 1;
  }
  return groups;
}
