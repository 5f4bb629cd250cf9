import type { RunStore, StorageError } from '../core/index.ts';
import { storageFailure } from './storage-failures.ts';
import { IndexedDbRunStore } from './indexeddb/indexeddb-run-store.ts';
import { DATABASE, type DatabaseOptions } from './indexeddb/open-database.ts';

export interface OpenedRunStore {
  /** `store.kept` says whether runs outlive the page. */
  readonly store: RunStore;
  /** Why runs aren't kept, its message a sentence for people; null where they are. */
  readonly problem: StorageError | null;
}

/**
 * The browser's storage where it can be used, and the page's memory where it can't. Few need the second: its code is fetched then,
 * and all that is thrown is that it could not be.
 */
export async function openRunStore(options: DatabaseOptions = DATABASE): Promise<OpenedRunStore> {
  const store = new IndexedDbRunStore(options, newRunId);
  try {
    await store.open();
    return { store, problem: null };
  } catch (cause) {
    const { MemoryRunStore } = await import('./memory/memory-run-store.ts');
    return { store: new MemoryRunStore(newRunId), problem: storageFailure(cause) };
  }
}

/**
 * A random UUID (version 4, RFC 9562). `crypto.randomUUID` is missing where a page is served without TLS from another
 * machine, as in a class room; `getRandomValues` is not.
 */
export function newRunId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)];
  return [...parts, hex.slice(20)].join('-');
}
