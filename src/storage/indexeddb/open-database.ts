import { openDB } from 'idb';
import { StorageError, type StoredRun } from '../../core/index.ts';
import { storageBlocked, storageFailure } from '../storage-failures.ts';
import { migrate, MIGRATION_STEPS, type MigrationSteps } from '../migrations/migrate-run.ts';
import { longerRow, newRow, readProvenance, readStoredRun } from '../run-row.ts';
import {
  logRange,
  type RunDatabase,
  type RunDatabaseSchema,
  type RunTransaction,
  writeLog,
} from './database-transactions.ts';

/** Which database, and how it is opened. */
export interface DatabaseOptions {
  readonly name: string;
  /** Milliseconds after which a browser that doesn't answer counts as one without storage. */
  readonly patience: number;
  readonly steps: MigrationSteps;
}

/** The page’s own. */
export const DATABASE: DatabaseOptions = {
  name: 'prs-playground',
  patience: 5_000,
  steps: MIGRATION_STEPS,
};

/** Whoever holds the connection. */
export interface DatabaseListener {
  /** The connection is gone; `superseded` where a newer page took the storage over. */
  onClosed(reason: 'superseded' | 'gone'): void;
}

/**
 * Opens the database, bringing runs that an older page wrote to the present form.
 *
 * It lets go of the connection as soon as another tab wants to upgrade or delete the database, so that no tab blocks one.
 *
 * @throws StorageError `blocked` or `unavailable`
 */
export async function openDatabase(
  { name, patience, steps }: DatabaseOptions,
  listener: DatabaseListener,
): Promise<RunDatabase> {
  const { promise: blocked, reject: block } = rejectable();
  const opening = openDB<RunDatabaseSchema>(name, databaseVersion(steps.length + 1, STORES), {
    upgrade: (database, oldVersion, _newVersion, transaction) => {
      // It does answer: with many runs this takes its time.
      clearTimeout(timer);
      // `opening` fails with it.
      transaction.done.catch(() => undefined);
      const old = versionsOf(oldVersion);
      if (old.stores < 1) createStores(database);
      if (old.stores < 2) indexTimes(transaction);
      if (old.form < 1 || old.form > steps.length) return;
      upgradeRuns(transaction, old.form, steps).catch(() => {
        transaction.abort();
      });
    },
    blocked: () => {
      block(storageBlocked());
    },
    blocking: (_currentVersion, blockedVersion, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
      listener.onClosed(blockedVersion === null ? 'gone' : 'superseded');
    },
    terminated: () => {
      listener.onClosed('gone');
    },
  });
  const timer = setTimeout(() => {
    block(storageFailure(new Error('The browser did not open its storage in time.')));
  }, patience);
  try {
    return await Promise.race([opening, blocked]);
  } catch (cause) {
    closeWhenOpen(opening);
    throw storageFailure(cause);
  } finally {
    clearTimeout(timer);
  }
}

/** The version of the stores and their indexes; the runs in them have one of their own. */
const STORES = 2;

/** Databases whose stores are of version 1 have the form's alone. */
const EACH_FORM = 1_000;

function databaseVersion(form: number, stores: number): number {
  return form * EACH_FORM + stores;
}

/** Zeros where there was no database. */
function versionsOf(version: number): { readonly form: number; readonly stores: number } {
  if (version < EACH_FORM) return { form: version, stores: Math.min(version, 1) };
  return { form: Math.floor(version / EACH_FORM), stores: version % EACH_FORM };
}

/** The second version of the stores: the newest runs are found without reading the others. */
function indexTimes(transaction: RunTransaction<'versionchange'>): void {
  transaction.objectStore('runs').createIndex('createdAt', 'header.createdAt');
}

function createStores(database: RunDatabase): void {
  database.createObjectStore('runs').createIndex('sourceId', 'sourceId');
  database.createObjectStore('events');
}

/** A connection that comes after it was given up would block other tabs. */
function closeWhenOpen(opening: Promise<RunDatabase>): void {
  opening.then(
    (database) => {
      database.close();
    },
    () => undefined,
  );
}

function rejectable(): { promise: Promise<never>; reject: (cause: Error) => void } {
  let reject: (cause: Error) => void = () => undefined;
  const promise = new Promise<never>((_, rejectPromise) => {
    reject = rejectPromise;
  });
  return { promise, reject };
}

/**
 * Rewrites every run of an older version in the present form, by the same steps that files go through, inside the
 * transaction that raises the database's version. A run that can't be is left as it is, and listed as unreadable.
 */
async function upgradeRuns(
  transaction: RunTransaction<'versionchange'>,
  oldVersion: number,
  steps: MigrationSteps,
): Promise<void> {
  for (const runId of await transaction.objectStore('runs').getAllKeys()) {
    await upgradeRun(transaction, runId, oldVersion, steps);
  }
}

async function upgradeRun(
  transaction: RunTransaction<'versionchange'>,
  runId: string,
  version: number,
  steps: MigrationSteps,
): Promise<void> {
  const [stored, events] = await Promise.all([
    transaction.objectStore('runs').get(runId),
    transaction.objectStore('events').getAll(logRange(runId)),
  ]);
  const { header, origin, sourceId } = readProvenance(stored);
  const migrated = migrate({ version, run: header, events }, steps);
  if (migrated.status !== 'current') return;
  const run = readable(migrated.document.run, migrated.document.events);
  if (run === null) return;
  await transaction.objectStore('events').delete(logRange(runId));
  const row = longerRow(newRow(run.header, origin, sourceId), run.events);
  await writeLog(transaction, row, run.events);
}

function readable(header: unknown, events: unknown): StoredRun | null {
  try {
    return readStoredRun(header, events);
  } catch (cause) {
    if (cause instanceof StorageError) return null;
    throw cause;
  }
}
