import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { describe, expect, it, vi } from 'vitest';
import type { DurableEvent } from '../../core/index.ts';
import { MIGRATION_STEPS } from '../migrations/migrate-run.ts';
import { newRunId, openRunStore } from '../open-run-store.ts';
import { longerRow, newRow } from '../run-row.ts';
import { exampleRun } from '../testing/example-runs.ts';
import { describeRunStore } from '../testing/run-store-contract.ts';
import { IndexedDbRunStore } from './indexeddb-run-store.ts';
import { DATABASE, type DatabaseOptions } from './open-database.ts';

function freshDatabase(): DatabaseOptions {
  return { ...DATABASE, name: newRunId() };
}

function storeOn(database: DatabaseOptions): IndexedDbRunStore {
  return new IndexedDbRunStore(database, newRunId);
}

/** Changes what is stored behind the store's back. */
async function tamper(name: string, store: 'runs' | 'events', value: unknown, key: IDBValidKey) {
  const database = await openDB(name);
  await database.put(store, value, key);
  database.close();
}

describeRunStore('IndexedDbRunStore', () => Promise.resolve(storeOn(freshDatabase())));

describe('two tabs', () => {
  it('see and go on with the same run', async () => {
    const database = freshDatabase();
    const one = storeOn(database);
    const other = storeOn(database);
    const { header, events } = await exampleRun();
    await one.create(header);
    await one.append(header.id, events.slice(0, 5));
    await other.append(header.id, events.slice(5));
    expect(await one.load(header.id)).toEqual({ header, events });
  });

  it('lose nothing where both write at once', async () => {
    const database = freshDatabase();
    const { header } = await exampleRun();
    const one = storeOn(database);
    await one.create(header);
    const other = storeOn(database);
    const stop = (at: number) => ({ type: 'run-stopped', at }) as const;
    await Promise.all(
      [1, 2, 3].flatMap((at) => [
        one.append(header.id, [stop(at)]),
        other.append(header.id, [stop(at)]),
      ]),
    );
    expect((await one.load(header.id))?.events).toHaveLength(6);
  });

  it('let a newer page take the storage over, and say so', async () => {
    const database = freshDatabase();
    const old = storeOn(database);
    const { header, events } = await exampleRun();
    await old.create(header);
    const unchanged = (document: object) => ({ ...document });
    const newer = storeOn({ ...database, steps: [unchanged, unchanged] });
    await newer.append(header.id, events);
    await expect(old.list()).rejects.toMatchObject({ kind: 'blocked' });
    const again = await openRunStore(database);
    expect(again.store.kept).toBe(false);
    expect(again.problem?.message).toContain('newer version');
  });

  it('start afresh where the storage was cleared', async () => {
    const database = freshDatabase();
    const store = storeOn(database);
    const { header, events } = await exampleRun();
    await store.create(header);
    await deleteDB(database.name);
    await expect(store.append(header.id, events)).rejects.toMatchObject({ kind: 'missing' });
    await store.create(header);
    expect((await store.list()).runs).toHaveLength(1);
  });

  it('say so where another tab does not let go', async () => {
    const database = freshDatabase();
    const stubborn = await openDB(database.name, 1);
    const opened = await openRunStore({ ...database, steps: [(document) => document] });
    expect(opened.store.kept).toBe(false);
    expect(opened.problem?.kind).toBe('blocked');
    stubborn.close();
  });
});

describe('an older form', () => {
  it('is migrated when a newer page opens it', async () => {
    const database = freshDatabase();
    const old = storeOn(database);
    const { header, events } = await exampleRun();
    await old.importRun({ header, events });
    await old.close();
    const run = { ...header, name: 'Migrated' };
    const rest = events
      .slice(0, -1)
      .map((event) => (event.type === 'run-started' ? { ...event, run } : event));
    const rename = (document: Readonly<Record<string, unknown>>) => ({
      ...document,
      run,
      events: rest,
    });
    const newer = storeOn({ ...database, steps: [...MIGRATION_STEPS, rename] });
    const loaded = await newer.load(header.id);
    expect(loaded).toEqual({ header: run, events: rest });
    expect((await newer.list()).runs[0]).toMatchObject({ name: 'Migrated', origin: 'imported' });
  });
});

describe('a database of an older page', () => {
  it('gets its index of times, and keeps what is in it', async () => {
    const database = freshDatabase();
    const { header, events } = await exampleRun();
    const old = await openDB(database.name, MIGRATION_STEPS.length + 1, {
      upgrade: (created) => {
        created.createObjectStore('runs').createIndex('sourceId', 'sourceId');
        created.createObjectStore('events');
      },
    });
    const row = longerRow(newRow(header, 'sampled', null), events);
    await old.put('runs', row, header.id);
    for (const [place, event] of events.entries()) {
      await old.put('events', event, [header.id, place]);
    }
    old.close();
    const store = storeOn(database);
    expect((await store.newest(9)).map(({ id }) => id)).toEqual([header.id]);
    expect(await store.load(header.id)).toEqual({ header, events });
  });
});

describe('what someone changed', () => {
  it('is refused with the field, listed as unreadable, and can be removed', async () => {
    const database = freshDatabase();
    const store = storeOn(database);
    const { header, events } = await exampleRun();
    await store.create(header);
    await store.append(header.id, events);
    await tamper(database.name, 'events', { type: 'run-stopped', at: 'noon' }, [header.id, 3]);
    await expect(store.load(header.id)).rejects.toMatchObject({
      kind: 'corrupt',
      message: `The stored run's field "events[3].at" should be a number but is the text "noon".`,
    });
    await tamper(database.name, 'runs', { header: { ...header, name: 7 } }, header.id);
    expect(await store.newest(9)).toEqual([]);
    expect(await store.count()).toBe(1);
    expect(await store.list()).toEqual({
      runs: [],
      unreadable: [
        {
          id: header.id,
          message: `The stored run's field "header.name" should be a text but is the number 7.`,
        },
      ],
    });
    const id = await store.importRun({ header, events });
    expect(id).not.toBe(header.id);
    await store.remove(header.id);
    const { runs, unreadable } = await store.list();
    expect([runs.length, unreadable.length]).toEqual([1, 0]);
  });

  it('is refused where events are missing or a row tells of another run', async () => {
    const database = freshDatabase();
    const store = storeOn(database);
    const { header, events } = await exampleRun();
    await store.create(header);
    await store.append(header.id, events);
    const raw = await openDB(database.name);
    await raw.delete('events', [header.id, 2]);
    const row: unknown = await raw.get('runs', header.id);
    await raw.put('runs', row, 'elsewhere');
    raw.close();
    await expect(store.load(header.id)).rejects.toMatchObject({ kind: 'corrupt' });
    expect((await store.list()).unreadable.map(({ id }) => id)).toEqual(['elsewhere']);
  });
});

describe('storage that fails', () => {
  it('says that it is full, and keeps what it had', async () => {
    const store = storeOn(freshDatabase());
    const { header, events } = await exampleRun();
    await store.create(header);
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('No room.', 'QuotaExceededError');
    });
    await expect(store.append(header.id, events)).rejects.toMatchObject({ kind: 'full' });
    full.mockRestore();
    expect((await store.load(header.id))?.events).toEqual([]);
  });

  it('adds nothing behind what it could not keep, even where nobody waited', async () => {
    const database = freshDatabase();
    const store = storeOn(database);
    const { header, events } = await exampleRun();
    await store.create(header);
    // Read by the database as it copies the event.
    const tooMuch: DurableEvent = {
      type: 'run-stopped',
      get at(): number {
        throw new DOMException('No room.', 'QuotaExceededError');
      },
    };
    const told = events.with(3, tooMuch);
    const outcomes = await Promise.allSettled(
      told.map((event) => store.append(header.id, [event])),
    );
    const failed = outcomes.map(({ status }) => status === 'rejected');
    expect(failed).toEqual(events.map((_, position) => position >= 3));
    expect(outcomes.at(-1)).toMatchObject({ reason: { kind: 'full' } });
    expect((await store.load(header.id))?.events).toEqual(events.slice(0, 3));
    const reopened = storeOn(database);
    await reopened.append(header.id, events.slice(3));
    expect(await reopened.load(header.id)).toEqual({ header, events });
  });

  it('says why a run that could not be created is not kept', async () => {
    const store = storeOn(freshDatabase());
    const { header, events } = await exampleRun();
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
      throw new DOMException('No room.', 'QuotaExceededError');
    });
    const created = store.create(header);
    const appended = store.append(header.id, events);
    await expect(created).rejects.toMatchObject({ kind: 'full' });
    await expect(appended).rejects.toMatchObject({ kind: 'full' });
    full.mockRestore();
    await store.create(header);
    await store.append(header.id, events);
    expect(await store.load(header.id)).toEqual({ header, events });
  });

  it('is connected to again where the connection was lost without a word', async () => {
    const store = storeOn(freshDatabase());
    const { header, events } = await exampleRun();
    await store.create(header);
    const begun = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await store.append(header.id, events.slice(0, 5));
    for (const database of begun.mock.contexts) {
      if (database instanceof IDBDatabase) database.close();
    }
    begun.mockRestore();
    await Promise.all([
      store.append(header.id, events.slice(5, 8)),
      store.append(header.id, events.slice(8)),
    ]);
    expect(await store.load(header.id)).toEqual({ header, events });
  });

  it('is replaced by memory where the browser forbids or forgets to open it', async () => {
    const forbidden = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('Not here.', 'SecurityError');
    });
    const opened = await openRunStore(freshDatabase());
    expect(opened.store.kept).toBe(false);
    expect(opened.problem?.kind).toBe('unavailable');
    forbidden.mockImplementation(() => new IDBOpenDBRequest());
    const silent = await openRunStore({ ...freshDatabase(), patience: 10 });
    expect(silent.store.kept).toBe(false);
    expect(silent.problem?.kind).toBe('unavailable');
    forbidden.mockRestore();
  });

  it('is replaced by memory where there is none', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const opened = await openRunStore();
    expect(opened.store.kept).toBe(false);
    expect(opened.problem?.kind).toBe('unavailable');
    vi.unstubAllGlobals();
  });
});
