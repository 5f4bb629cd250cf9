import { StorageError } from '../../core/index.ts';
import { storageFailure } from '../failures.ts';
import type { RunDatabase, RunTransaction } from './open-database.ts';

/**
 * Runs `work` in one transaction: all of it happens, or none.
 *
 * @throws StorageError
 */
export async function transact<Mode extends 'readonly' | 'readwrite', Value>(
  database: RunDatabase,
  mode: Mode,
  work: (transaction: RunTransaction<Mode>) => Promise<Value>,
): Promise<Value> {
  let transaction: RunTransaction<Mode> | null = null;
  try {
    // Strict: the promise resolves when the data has reached the disk, not when the system has taken it over.
    transaction = database.transaction(['runs', 'events'], mode, { durability: 'strict' });
    const [value] = await Promise.all([abortOnThrow(transaction, work), transaction.done]);
    return value;
  } catch (cause) {
    // A full disk aborts the transaction; its requests then fail with an AbortError that doesn't say why.
    const reason = cause instanceof StorageError ? cause : (transaction?.error ?? cause);
    throw storageFailure(reason);
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
