/** Which run is laid beside another: a kept one, or one that came with the page. */
export type RunKey =
  | { readonly kind: 'saved'; readonly id: string }
  | { readonly kind: 'recorded'; readonly name: string };

const PREFIXES = { saved: 'run:', recorded: 'recorded:' } as const;

/** As it stands in the address. */
export function writeRunKey(key: RunKey): string {
  return key.kind === 'saved' ? `${PREFIXES.saved}${key.id}` : `${PREFIXES.recorded}${key.name}`;
}

/** Null where the address names no run. */
export function readRunKey(text: string): RunKey | null {
  const after = (prefix: string): string | null =>
    text.startsWith(prefix) && text.length > prefix.length ? text.slice(prefix.length) : null;
  const id = after(PREFIXES.saved);
  if (id !== null) return { kind: 'saved', id };
  const name = after(PREFIXES.recorded);
  return name === null ? null : { kind: 'recorded', name };
}

/** The address at which a run is laid beside another; without another, where that is chosen. */
export function besidePath(one: RunKey, other: RunKey | null = null): string {
  const path = `/beside/${writeRunKey(one)}`;
  return other === null ? path : `${path}/${writeRunKey(other)}`;
}

/** Whether two keys name one run. */
export function isSameKey(one: RunKey, other: RunKey): boolean {
  return writeRunKey(one) === writeRunKey(other);
}
