import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb';
import { StorageError, type DurableEvent, type StoredRun } from '../../core/index.ts';
import { storageFailure } from '../storage-failures.ts';
import { readRow, readStoredRun, type RunRow } from '../run-row.ts';

/** Values are `unknown` since anything on this machine may have changed them: each is read through its schema. */
export interface RunDatabaseSchema extends DBSchema {
  /** RunRow by run id. */
  runs: { key: string; value: unknown; indexes: { sourceId: string; createdAt: number } };
  /** DurableEvent by run id and place in the log, from 0. */
  events: { key: [string, number]; value: unknown };
}

export type RunDatabase = IDBPDatabase<RunDatabaseSchema>;
export type StoreNames = ('runs' | 'events')[];
export type RunTransaction<Mode extends IDBTransactionMode> = IDBPTransaction<
  RunDatabaseSchema,
  StoreNames,
  Mode
>;

/**
 * Begins a transaction; null where the connection is closed, as browsers leave one behind that have lost theirs to the storage.
 *
 * @throws StorageError
 */
export function begin<Mode extends 'readonly' | 'readwrite'>(
  database: RunDatabase,
  mode: Mode,
): RunTransaction<Mode> | null {
  try {
    // Strict: it is done when the data has reached the disk, not when the system has taken it over.
    return database.transaction(['runs', 'events'], mode, { durability: 'strict' });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'InvalidStateError') return null;
    throw storageFailure(cause);
  }
}

/**
 * Runs `work` in one transaction: all of it happens, or none.
 *
 * @throws StorageError
 */
export async function transact<Mode extends 'readonly' | 'readwrite', Value>(
  transaction: RunTransaction<Mode>,
  work: (transaction: RunTransaction<Mode>) => Promise<Value>,
): Promise<Value> {
  try {
    const [value] = await Promise.all([abortOnThrow(transaction, work), transaction.done]);
    return value;
  } catch (cause) {
    // A full disk aborts the transaction; its requests then fail with an AbortError that doesn't say why.
    throw storageFailure(cause instanceof StorageError ? cause : (transaction.error ?? cause));
  }
}

async function abortOnThrow<Mode extends IDBTransactionMode, Value>(
  transaction: RunTransaction<Mode>,
  work: (transaction: RunTransaction<Mode>) => Promise<Value>,
): Promise<Value> {
  try {
    return await work(transaction);
  } catch (cause) {
    // Requests made before the throw would otherwise be carried out without those after it.
    abort(transaction);
    throw cause;
  }
}

function abort(transaction: RunTransaction<IDBTransactionMode>): void {
  try {
    transaction.abort();
  } catch {
    // A request that failed has aborted it already.
  }
}

/** Reads one run inside a transaction. @throws StorageError `corrupt` */
export async function readLog(
  transaction: RunTransaction<IDBTransactionMode>,
  runId: string,
): Promise<StoredRun | null> {
  const [stored, events] = await Promise.all([
    transaction.objectStore('runs').get(runId),
    transaction.objectStore('events').getAll(logRange(runId)),
  ]);
  if (stored === undefined) return null;
  const { header, digest } = readRow(stored);
  if (events.length !== digest.eventCount) throw incompleteLog(digest.eventCount, events.length);
  return readStoredRun(header, events);
}

/** Puts `events` behind the log that `row` tells of, and the row that tells of them too. */
export async function writeLog(
  transaction: RunTransaction<'readwrite' | 'versionchange'>,
  row: RunRow,
  events: readonly DurableEvent[],
): Promise<void> {
  const { id } = row.header;
  const first = row.digest.eventCount - events.length;
  const log = transaction.objectStore('events');
  await Promise.all([
    transaction.objectStore('runs').put(row, id),
    // Async, so that an event that can't be copied rejects with the others instead of throwing past them.
    ...events.map(async (event, position) => log.put(event, [id, first + position])),
  ]);
}

/** Keys of all events of a run. */
export function logRange(runId: string): IDBKeyRange {
  return IDBKeyRange.bound([runId, 0], [runId, Number.POSITIVE_INFINITY]);
}

function incompleteLog(expected: number, found: number): StorageError {
  return new StorageError(
    'corrupt',
    `The stored run should have ${String(expected)} events but has ${String(found)}.`,
  );
}
