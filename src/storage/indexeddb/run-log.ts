import type { DurableEvent, StoredRun } from '../../core/index.ts';
import { StorageError } from '../../core/index.ts';
import { readRow, readStoredRun, type RunRow } from '../run-row.ts';
import type { RunTransaction } from './open-database.ts';

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
