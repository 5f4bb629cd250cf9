import { expect, type Page } from '@playwright/test';
import type { DurableEvent, StoredRun } from '../../src/core/index.ts';
import { DATABASE } from '../../src/storage/indexeddb/open-database.ts';
import { readStoredRun } from '../../src/storage/run-row.ts';

/** The runs as they lie on the disk, read as the page reads them. @throws StorageError where one can't be read */
export async function readKeptRuns(page: Page): Promise<readonly StoredRun[]> {
  const rows = await page.evaluate(readRows, DATABASE.name);
  return rows.map(({ header, events }) => readStoredRun(header, events));
}

interface RawRun {
  readonly header: unknown;
  readonly events: readonly DurableEvent[];
}

/** In the page. */
async function readRows(name: string): Promise<readonly RawRun[]> {
  const done = <Value>(request: IDBRequest<Value>): Promise<Value> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => {
        resolve(request.result);
      };
      request.onerror = () => {
        reject(request.error ?? new Error('It was not read.'));
      };
    });
  const database = await done(indexedDB.open(name));
  try {
    const transaction = database.transaction(['runs', 'events']);
    const ids = await done(transaction.objectStore('runs').getAllKeys());
    const runs = ids.map(async (id) => {
      const row = (await done(transaction.objectStore('runs').get(id))) as { header: unknown };
      const range = IDBKeyRange.bound([id, 0], [id, Number.POSITIVE_INFINITY]);
      const events = (await done(
        transaction.objectStore('events').getAll(range),
      )) as DurableEvent[];
      return { header: row.header, events };
    });
    return await Promise.all(runs);
  } finally {
    database.close();
  }
}

/** Waits until an event is stored: what a page shows may be on its way to the disk for a moment. */
export async function expectKept(
  page: Page,
  isIt: (event: DurableEvent) => boolean,
): Promise<void> {
  await expect
    .poll(async () => (await readKeptRuns(page)).some(({ events }) => events.some(isIt)))
    .toBe(true);
}
