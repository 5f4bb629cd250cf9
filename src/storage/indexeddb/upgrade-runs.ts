import { StorageError, type StoredRun } from '../../core/index.ts';
import { migrate, type MigrationSteps } from '../migrations/migrate.ts';
import { longerRow, newRow, readProvenance, readStoredRun } from '../run-row.ts';
import { logRange, writeLog, type RunTransaction } from './transact.ts';

/**
 * Rewrites every run of an older version in the present form, by the same steps that files go through, inside the
 * transaction that raises the database's version. A run that can't be is left as it is, and listed as unreadable.
 */
export async function upgradeRuns(
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
