import { type DBSchema, openDB, type IDBPDatabase, type IDBPObjectStore } from 'idb';
import { storageFailure } from './storage-failures.ts';

const STORE = 'documents';

interface DocumentsSchema extends DBSchema {
  documents: { key: string; value: unknown };
}

type WritableDocuments = IDBPObjectStore<DocumentsSchema, ['documents'], 'documents', 'readwrite'>;

/**
 * Keeps plain values in a database of their own in the browser's IndexedDB, by id. A connection is opened for each call and let go
 * after it, so that no tab stands in another's way. Throws StorageError.
 */
export class IndexedDbDocuments {
  readonly #name: string;

  /** @param name of the database */
  constructor(name: string) {
    this.#name = name;
  }

  all(): Promise<readonly (readonly [id: string, value: unknown])[]> {
    return this.#with(async (database) => {
      const transaction = database.transaction(STORE);
      const [ids, values] = await Promise.all([
        transaction.store.getAllKeys(),
        transaction.store.getAll(),
      ]);
      return ids.map((id, place) => [id, values[place]] as const);
    });
  }

  get(id: string): Promise<unknown> {
    return this.#with((database) => database.get(STORE, id));
  }

  put(id: string, value: unknown): Promise<void> {
    return this.#write((documents) => documents.put(value, id));
  }

  remove(id: string): Promise<void> {
    return this.#write((documents) => documents.delete(id));
  }

  #write(work: (documents: WritableDocuments) => Promise<unknown>): Promise<void> {
    return this.#with(async (database) => {
      // Strict: it is done when the data has reached the disk.
      const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' });
      await Promise.all([work(transaction.store), transaction.done]);
    });
  }

  async #with<Value>(
    work: (database: IDBPDatabase<DocumentsSchema>) => Promise<Value>,
  ): Promise<Value> {
    try {
      const database = await openDB<DocumentsSchema>(this.#name, 1, {
        upgrade: (created) => {
          created.createObjectStore(STORE);
        },
      });
      try {
        return await work(database);
      } finally {
        database.close();
      }
    } catch (cause) {
      throw storageFailure(cause);
    }
  }
}

/** The same in the page's memory, where the browser keeps nothing. */
export class MemoryDocuments {
  readonly #values = new Map<string, unknown>();

  all(): Promise<readonly (readonly [id: string, value: unknown])[]> {
    return Promise.resolve([...this.#values]);
  }

  get(id: string): Promise<unknown> {
    return Promise.resolve(this.#values.get(id));
  }

  put(id: string, value: unknown): Promise<void> {
    this.#values.set(id, structuredClone(value));
    return Promise.resolve();
  }

  remove(id: string): Promise<void> {
    this.#values.delete(id);
    return Promise.resolve();
  }
}
