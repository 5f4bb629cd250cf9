import { describe, expect, it } from 'vitest';
import {
  type DurableEvent,
  isDurable,
  plantTree,
  type RunHeader,
  StorageError,
  type StoredRun,
} from '../core/index.ts';
import { fakePolicy, fakeRewardModel, plantOne, runToEnd } from '../core/testing/fake-run.ts';
import { type Keeping, RunKeeper } from './run-keeper.ts';

const HEADER = plantOne('prs', [2, 2]).run;

async function events(): Promise<readonly DurableEvent[]> {
  const policy = fakePolicy(() => 'an answer');
  const { events: told } = await runToEnd(
    plantTree(HEADER),
    policy,
    fakeRewardModel(() => 1),
  );
  return told.filter(isDurable);
}

/** As little of a store as a keeper needs. */
function mapStore() {
  const runs = new Map<string, StoredRun>();
  return {
    runs,
    create: (header: RunHeader): Promise<void> => {
      runs.set(header.id, { header, events: [] });
      return Promise.resolve();
    },
    append: (id: string, added: readonly DurableEvent[]): Promise<void> => {
      const run = runs.get(id);
      if (run === undefined) return Promise.reject(new StorageError('missing', 'It was deleted.'));
      runs.set(id, { ...run, events: [...run.events, ...added] });
      return Promise.resolve();
    },
  };
}

/** A store that fails while it is told to, and a keeper with what it tells. */
function setUp() {
  const store = mapStore();
  const failing: { error: Error | null } = { error: null };
  const refuse = <Value>(act: () => Promise<Value>): Promise<Value> =>
    failing.error === null ? act() : Promise.reject(failing.error);
  const told: Keeping[] = [];
  const later: (() => void)[] = [];
  const keeper = new RunKeeper(
    {
      store: {
        create: (header) => refuse(() => store.create(header)),
        append: (id, added) => refuse(() => store.append(id, added)),
      },
      retryLater: (retry) => later.push(retry),
      onChange: (keeping) => told.push(keeping),
    },
    HEADER,
  );
  return { store, failing, told, later, keeper };
}

const FULL = new StorageError('full', 'No room.');

describe('a run that is kept', () => {
  it('is stored whole, in order, however its events come', async () => {
    const { store, keeper, told } = setUp();
    const all = await events();
    await Promise.all([keeper.begin(), ...all.map((event) => keeper.add(event))]);
    expect(store.runs.get(HEADER.id)).toEqual({ header: HEADER, events: all });
    expect(keeper.keeping).toMatchObject({ waiting: 0, problem: null });
    expect(told).toEqual([]);
  });

  it('lacks nothing after a moment without room, with the next event', async () => {
    const { store, keeper, failing, told } = setUp();
    const all = await events();
    await keeper.begin();
    for (const event of all.slice(0, 5)) await keeper.add(event);
    failing.error = FULL;
    for (const event of all.slice(5, 10)) await keeper.add(event);
    expect(told.at(-1)).toMatchObject({ waiting: 5, problem: 'No room.', deleted: false });
    expect(told.at(-1)?.waitingTexts).toBe(
      all.slice(5, 10).filter(({ type }) => /^(draft|feedback|refinement)-finished$/.test(type))
        .length,
    );
    expect(store.runs.get(HEADER.id)?.events).toEqual(all.slice(0, 5));
    failing.error = null;
    for (const event of all.slice(10)) await keeper.add(event);
    expect(store.runs.get(HEADER.id)?.events).toEqual(all);
    expect(told.at(-1)).toMatchObject({ waiting: 0, problem: null });
  });

  it('is tried again after a while, also where it could not be begun', async () => {
    const { store, keeper, failing, later } = setUp();
    const all = await events();
    failing.error = FULL;
    await keeper.begin();
    for (const event of all) await keeper.add(event);
    expect(store.runs.get(HEADER.id)).toBeUndefined();
    expect(later).toHaveLength(1);
    failing.error = null;
    later[0]?.();
    await keeper.retry();
    expect(store.runs.get(HEADER.id)).toEqual({ header: HEADER, events: all });
  });

  it('stays away after it was deleted elsewhere, until a person wants it kept again', async () => {
    const { store, keeper, told, later } = setUp();
    const all = await events();
    await keeper.begin();
    for (const event of all.slice(0, 1)) await keeper.add(event);
    store.runs.delete(HEADER.id);
    for (const event of all.slice(1)) await keeper.add(event);
    expect(told.at(-1)).toMatchObject({ deleted: true, waiting: all.length - 1 });
    expect(later).toEqual([]);
    expect(store.runs.get(HEADER.id)).toBeUndefined();
    expect(keeper.run).toEqual({ header: HEADER, events: all });
    await keeper.retry();
    expect(store.runs.get(HEADER.id)).toEqual({ header: HEADER, events: all });
    expect(told.at(-1)).toMatchObject({ deleted: false, waiting: 0, problem: null });
  });
});
