import type { ServerKeys } from '../../core/index.ts';

/** Where a browser may keep keys, if the person says so. */
export interface KeptKeys {
  /** What is read is hostile. */
  read(): unknown;
  write(value: unknown): void;
}

/**
 * Keys by a server's address. They live here, outside of all that is kept, drawn or told: a source names its server by address, and
 * whoever asks a server asks here for its key.
 */
export function createServerKeys(keptKeys: KeptKeys): ServerKeys {
  const kept = new Map(keysIn(keptKeys.read()));
  const given = new Map<string, string>();
  return {
    of: (address) => given.get(address) ?? kept.get(address) ?? null,
    isKept: (address) => kept.has(address),
    set: (address, key, keep) => {
      given.delete(address);
      const wasKept = kept.delete(address);
      if (key !== '') (keep ? kept : given).set(address, key);
      if (keep || wasKept) keptKeys.write(Object.fromEntries(kept));
    },
  };
}

/** A longer one is no key. */
const LONGEST_KEY = 4_000;

function keysIn(value: unknown): readonly (readonly [string, string])[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === 'string' && entry[1].length <= LONGEST_KEY,
  );
}
