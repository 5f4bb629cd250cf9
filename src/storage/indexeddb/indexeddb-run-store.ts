import {
  type DurableEvent,
  type OriginElsewhere,
  type RunHeader,
  type RunList,
  type RunStore,
  type RunSummary,
  StorageError,
  type StoredRun,
  type UnreadableRun,
} from '../../core/index.ts';
import { missingRun, storageFailure, storageSuperseded, takenId } from '../storage-failures.ts';
import { placeImport, readImport } from '../place-imported-run.ts';
import { longerRow, newRow, readRow, renamedRow, type RunRow, summariseRow } from '../run-row.ts';
import { writableEvent, writableHeader } from '../schema/check-writable.ts';
import { newestFirst } from '../run-summary.ts';
import { type DatabaseOptions, openDatabase } from './open-database.ts';
import {
  begin,
  logRange,
  readLog,
  type RunDatabase,
  type RunTransaction,
  transact,
  writeLog,
} from './database-transactions.ts';

/**
 * Keeps runs in the browser's IndexedDB: a small row for each run beside its log, changed together in one transaction.
 * Several tabs may use it at once; the browser runs their transactions one after another.
 */
export class IndexedDbRunStore implements RunStore {
  readonly kept = true;
  readonly #options: DatabaseOptions;
  readonly #newId: () => string;
  #connection: Promise<RunDatabase> | null = null;
  #superseded = false;
  /** Runs to which something could not be written: how often, and why the last time. */
  readonly #failures = new Map<string, Failures>();

  /** @param newId gives an id that no run has */
  constructor(options: DatabaseOptions, newId: () => string) {
    this.#options = options;
    this.#newId = newId;
  }

  /** Opens the database ahead of its first use. @throws StorageError `blocked` or `unavailable` */
  async open(): Promise<void> {
    await this.#database();
  }

  /** Lets go of the connection; the next call opens another. */
  async close(): Promise<void> {
    const connection = this.#connection;
    this.#connection = null;
    (await connection)?.close();
  }

  async create(header: RunHeader): Promise<void> {
    await this.#inOrder(header.id, async (transaction) => {
      const runs = transaction.objectStore('runs');
      if ((await runs.getKey(header.id)) !== undefined) throw takenId();
      await runs.put(newRow(writableHeader(header), 'sampled', null), header.id);
    });
  }

  append(runId: string, events: readonly DurableEvent[]): Promise<void> {
    return this.#inOrder(runId, async (transaction, failedSince) => {
      const row = await existingRow(transaction, runId);
      // Asked here, inside the transaction, where the one before it has either happened or failed.
      const failure = failedSince();
      if (failure !== null) throw failure;
      await writeLog(transaction, longerRow(row, events), events.map(writableEvent));
    });
  }

  load(runId: string): Promise<StoredRun | null> {
    return this.#read((transaction) => readLog(transaction, runId));
  }

  count(): Promise<number> {
    return this.#read((transaction) => transaction.objectStore('runs').count());
  }

  newest(most: number): Promise<readonly RunSummary[]> {
    return this.#read(async (transaction) => {
      const runs = transaction.objectStore('runs');
      const ids = await runs.index('createdAt').getAllKeys();
      const last = ids.slice(-most);
      const rows = await Promise.all(last.map((id) => runs.get(id)));
      return readRows(last, rows).runs.sort(newestFirst);
    });
  }

  list(): Promise<RunList> {
    return this.#read(async (transaction) => {
      const store = transaction.objectStore('runs');
      const ids = await store.getAllKeys();
      const list: ReadRows = { runs: [], unreadable: [] };
      for (let from = 0; from < ids.length; from += ROWS_AT_ONCE) {
        const piece = ids.slice(from, from + ROWS_AT_ONCE);
        // Both come in the order of their keys.
        const rows = await store.getAll(IDBKeyRange.lowerBound(piece[0]), piece.length);
        const { runs, unreadable } = readRows(piece, rows);
        list.runs.push(...runs);
        list.unreadable.push(...unreadable);
      }
      return { ...list, runs: list.runs.sort(newestFirst) };
    });
  }

  rename(runId: string, name: string): Promise<void> {
    return this.#write(async (transaction) => {
      const row = await existingRow(transaction, runId);
      await transaction.objectStore('runs').put(renamedRow(row, name), runId);
    });
  }

  remove(runId: string): Promise<void> {
    return this.#write(async (transaction) => {
      await transaction.objectStore('runs').delete(runId);
      await transaction.objectStore('events').delete(logRange(runId));
    });
  }

  async importRun(imported: StoredRun, origin: OriginElsewhere = 'imported'): Promise<string> {
    const run = readImport(imported);
    const sourceId = run.header.id;
    return this.#write(async (transaction) => {
      const runs = transaction.objectStore('runs');
      const taken = (await runs.getKey(sourceId)) !== undefined;
      const copies = await runs.index('sourceId').getAllKeys(sourceId);
      const candidates = await readableRuns(transaction, new Set([sourceId, ...copies]));
      const place = placeImport(run, candidates, taken, this.#newId);
      if (place.status === 'present') return place.id;
      const { header, events } = place.run;
      await writeLog(transaction, longerRow(newRow(header, origin, sourceId), events), events);
      return header.id;
    });
  }

  /** Counts failures, so that nothing is added behind what is missing by a call that was made before that was known. */
  async #inOrder(
    runId: string,
    work: (
      transaction: RunTransaction<'readwrite'>,
      failedSince: () => StorageError | null,
    ) => Promise<void>,
  ): Promise<void> {
    const known = this.#failures.get(runId)?.count ?? 0;
    const failedSince = (): StorageError | null => {
      const failures = this.#failures.get(runId);
      return failures !== undefined && failures.count > known ? failures.last : null;
    };
    try {
      await this.#write((transaction) => work(transaction, failedSince));
    } catch (cause) {
      const last = failedSince() ?? storageFailure(cause);
      const count = (this.#failures.get(runId)?.count ?? 0) + 1;
      if (last.kind !== 'taken') this.#failures.set(runId, { count, last });
      throw last;
    }
  }

  async #read<Value>(
    work: (transaction: RunTransaction<'readonly'>) => Promise<Value>,
  ): Promise<Value> {
    return transact(await this.#begin('readonly'), work);
  }

  async #write<Value>(
    work: (transaction: RunTransaction<'readwrite'>) => Promise<Value>,
  ): Promise<Value> {
    return transact(await this.#begin('readwrite'), work);
  }

  /** Begins a transaction, on another connection where the one that was is closed and nobody said so. */
  async #begin<Mode extends 'readonly' | 'readwrite'>(mode: Mode): Promise<RunTransaction<Mode>> {
    for (let tries = 0; tries < MOST_CONNECTIONS; tries += 1) {
      const connection = this.#database();
      const transaction = begin(await connection, mode);
      if (transaction !== null) return transaction;
      if (this.#connection === connection) this.#connection = null;
    }
    throw storageFailure(new Error('The connection was closed again and again.'));
  }

  /** Everyone waits for the same connection, so calls made one after another begin their transactions in that order. */
  #database(): Promise<RunDatabase> {
    if (this.#superseded) return Promise.reject(storageSuperseded());
    this.#connection ??= this.#connect();
    return this.#connection;
  }

  async #connect(): Promise<RunDatabase> {
    try {
      return await openDatabase(this.#options, {
        onClosed: (reason) => {
          this.#connection = null;
          this.#superseded ||= reason === 'superseded';
        },
      });
    } catch (cause) {
      this.#connection = null;
      throw cause;
    }
  }
}

/** So that reading them holds nothing up for long: copying a row out of the storage and checking it takes up to half a millisecond. */
const ROWS_AT_ONCE = 20;

interface ReadRows {
  readonly runs: RunSummary[];
  readonly unreadable: UnreadableRun[];
}

function readRows(ids: readonly string[], rows: readonly unknown[]): ReadRows {
  const read: ReadRows = { runs: [], unreadable: [] };
  for (const [position, id] of ids.entries()) {
    const row = readable(() => rowOf(rows[position], id));
    if (row instanceof StorageError) read.unreadable.push({ id, message: row.message });
    else read.runs.push(summariseRow(row));
  }
  return read;
}

/** That a call tries before it fails. */
const MOST_CONNECTIONS = 2;

interface Failures {
  readonly count: number;
  readonly last: StorageError;
}

async function existingRow(
  transaction: RunTransaction<'readwrite'>,
  runId: string,
): Promise<RunRow> {
  const stored = await transaction.objectStore('runs').get(runId);
  if (stored === undefined) throw missingRun();
  return rowOf(stored, runId);
}

/** A row that names another run than its key would mix up two logs. */
function rowOf(stored: unknown, runId: string): RunRow {
  const row = readRow(stored);
  if (row.header.id === runId) return row;
  throw new StorageError('corrupt', 'The stored run is kept under the id of another.');
}

async function readableRuns(
  transaction: RunTransaction<'readwrite'>,
  ids: Iterable<string>,
): Promise<readonly StoredRun[]> {
  const found: StoredRun[] = [];
  for (const id of ids) {
    const run = await readLog(transaction, id).catch(nullIfCorrupt);
    if (run !== null) found.push(run);
  }
  return found;
}

function nullIfCorrupt(cause: unknown): null {
  if (cause instanceof StorageError && cause.kind === 'corrupt') return null;
  throw cause;
}

function readable<Value>(read: () => Value): Value | StorageError {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof StorageError) return cause;
    throw cause;
  }
}
