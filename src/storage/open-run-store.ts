import type { RunStore, StorageError } from '../core/index.ts';
import { storageFailure } from './failures.ts';
import { IndexedDbRunStore } from './indexeddb/indexeddb-run-store.ts';
import { DATABASE, type DatabaseOptions } from './indexeddb/open-database.ts';
import { MemoryRunStore } from './memory/memory-run-store.ts';
import { newRunId } from './new-run-id.ts';

export interface OpenedRunStore {
  /** `store.kept` says whether runs outlive the page. */
  readonly store: RunStore;
  /** Why runs aren't kept, its message a sentence for people; null where they are. */
  readonly problem: StorageError | null;
}

/** The browser's storage where it can be used, and the page's memory where it can't. Never throws. */
export async function openRunStore(options: DatabaseOptions = DATABASE): Promise<OpenedRunStore> {
  const store = new IndexedDbRunStore(options, newRunId);
  try {
    await store.open();
    return { store, problem: null };
  } catch (cause) {
    return { store: new MemoryRunStore(newRunId), problem: storageFailure(cause) };
  }
}
