import { describe, expect, it } from 'vitest';
import {
  ARM_KINDS,
  replay,
  type RunHeader,
  type RunStore,
  type StoredRun,
} from '../../core/index.ts';
import { exampleRun } from './example-runs.ts';

const UNKNOWN = 'no-such-run';

/** What every RunStore does, whatever it is made of. `open` gives an empty one. */
export function describeRunStore(name: string, open: () => Promise<RunStore>): void {
  describe(`${name}: appending`, () => {
    appends(open);
  });
  describe(`${name}: refusing`, () => {
    refuses(open);
  });
  describe(`${name}: listing`, () => {
    lists(open);
  });
  describe(`${name}: renaming and removing`, () => {
    changes(open);
  });
  describe(`${name}: importing`, () => {
    imports(open);
  });
}

type Open = () => Promise<RunStore>;

async function keep(store: RunStore, run: StoredRun): Promise<void> {
  await store.create(run.header);
  await store.append(run.header.id, run.events);
}

function appends(open: Open): void {
  it('gives back what was appended, in its order', async () => {
    const store = await open();
    const run = await exampleRun();
    await keep(store, run);
    expect(await store.load(run.header.id)).toEqual(run);
  });

  it('keeps the order of calls that nobody waited for', async () => {
    const store = await open();
    const run = await exampleRun();
    const calls = [
      store.create(run.header),
      ...run.events.map((event) => store.append(run.header.id, [event])),
    ];
    await Promise.all(calls);
    expect(await store.load(run.header.id)).toEqual(run);
  });

  it('opens a run that was cut off to the same tree', async () => {
    const store = await open();
    const { header, events } = await exampleRun();
    await store.create(header);
    await store.append(header.id, events.slice(0, 7));
    const stored = await store.load(header.id);
    expect(replay(header, stored?.events ?? [])).toEqual(replay(header, events.slice(0, 7)));
  });

  it('loads nothing where there is nothing', async () => {
    const store = await open();
    expect(await store.load(UNKNOWN)).toBeNull();
  });

  it('refuses a second run of the same id, and events of a run that is gone', async () => {
    const store = await open();
    const { header, events } = await exampleRun();
    await store.create(header);
    await expect(store.create(header)).rejects.toMatchObject({ kind: 'taken' });
    await store.remove(header.id);
    await expect(store.append(header.id, events)).rejects.toMatchObject({ kind: 'missing' });
    expect(await store.load(header.id)).toBeNull();
  });

  it('keeps a log-probability that is no number as unknown', async () => {
    const store = await open();
    const run = await exampleRun({ kinds: ['rand'] });
    const ruledOut = run.events.map((event) =>
      event.type === 'draft-finished'
        ? {
            ...event,
            ...{ text: 'a', remarks: [] },
            tokens: [{ text: 'a', logProbability: Number.NEGATIVE_INFINITY }],
          }
        : event,
    );
    await keep(store, { ...run, events: ruledOut });
    const loaded = await store.load(run.header.id);
    const finished = loaded?.events.find((event) => event.type === 'draft-finished');
    expect(finished).toMatchObject({ tokens: [{ text: 'a', logProbability: null }] });
  });
}

function refuses(open: Open): void {
  it.each<[string, Partial<RunHeader>, string]>([
    ['no moment', { createdAt: Number.NaN }, '"createdAt" should be a number'],
    ['a moment after all', { createdAt: 1e300 }, '"createdAt" should be at most'],
    ['another id', { id: 'a/b' }, '"id" should be at most 100 letters'],
  ])('a run that could not be read back, for %s', async (_, change, message) => {
    const store = await open();
    const { header } = await exampleRun();
    const created = store.create({ ...header, ...change });
    await expect(created).rejects.toMatchObject({ kind: 'unwritable' });
    await expect(created).rejects.toThrow(message);
    expect(await store.list()).toEqual({ runs: [], unreadable: [] });
  });

  it('an event that could not be read back, and keeps what it has', async () => {
    const store = await open();
    const { header, events } = await exampleRun();
    await store.create(header);
    await store.append(header.id, events.slice(0, 3));
    for (const at of [Number.NaN, -1, Number.POSITIVE_INFINITY]) {
      const appended = store.append(header.id, [{ type: 'run-stopped', at }]);
      await expect(appended).rejects.toMatchObject({ kind: 'unwritable' });
    }
    const message = 'x'.repeat(1_000_001);
    const failed = store.append(header.id, [{ type: 'run-failed', message, at: 1e6 }]);
    await expect(failed).rejects.toThrow('"message" should be at most 1,000,000 characters');
    expect((await store.load(header.id))?.events).toEqual(events.slice(0, 3));
    await store.append(header.id, events.slice(3));
    expect((await store.load(header.id))?.events).toEqual(events);
  });

  it('no token for a likeliest one that is impossible', async () => {
    const store = await open();
    const run = await exampleRun({ kinds: ['rand'] });
    const topLogProbabilities = [
      { text: 'a', logProbability: -1 },
      { text: 'b', logProbability: Number.NEGATIVE_INFINITY },
    ];
    const token = { text: 'a', logProbability: -1 };
    const events = run.events.map((event) =>
      event.type === 'draft-finished'
        ? { ...event, text: 'a', remarks: [], tokens: [{ ...token, topLogProbabilities }] }
        : event,
    );
    await keep(store, { ...run, events });
    const loaded = await store.load(run.header.id);
    const finished = loaded?.events.find((event) => event.type === 'draft-finished');
    expect(finished).toMatchObject({
      tokens: [{ ...token, topLogProbabilities: topLogProbabilities.slice(0, 1) }],
    });
  });
}

function lists(open: Open): void {
  it('lists the newest first, with what came of each', async () => {
    const store = await open();
    const older = await exampleRun({ header: { id: 'older', createdAt: 1 }, stopAfter: 5 });
    const newer = await exampleRun({
      header: { id: 'newer', createdAt: 2, name: 'Newer' },
      texts: ['a'],
    });
    await keep(store, older);
    await keep(store, newer);
    expect(await store.count()).toBe(2);
    const { runs } = await store.list();
    const [first, second, ...others] = runs;
    expect(others).toEqual([]);
    expect(await store.newest(1)).toEqual([first]);
    expect(await store.newest(9)).toEqual(runs);
    expect(second).toMatchObject({ id: 'older', state: { status: 'stopped' } });
    expect(first).toMatchObject({
      id: 'newer',
      name: 'Newer',
      createdAt: 2,
      prompt: 'Why is the sky blue?',
      preference: 'Be brief.',
      budget: 4,
      modelName: 'Fake',
      scorerName: 'Fake',
      state: { status: 'finished' },
      origin: 'sampled',
    });
    expect(first?.arms.map(({ arm }) => arm.kind)).toEqual(ARM_KINDS);
    expect(first?.arms.map((arm) => arm.finishedResponses)).toEqual(ARM_KINDS.map(() => 4));
  });

  it("gives each arm's best reward: the winner's", async () => {
    const store = await open();
    const run = await exampleRun({ rewards: [1, 3, 2], texts: ['a'], kinds: ['rand', 'prs'] });
    await keep(store, run);
    const [summary] = (await store.list()).runs;
    expect(summary?.arms.map((arm) => arm.bestReward)).toEqual([3, 3]);
  });

  it('lists a run before its first event', async () => {
    const store = await open();
    const { header } = await exampleRun();
    await store.create(header);
    const [summary] = (await store.list()).runs;
    expect(summary?.state).toEqual({ status: 'planned' });
    expect(summary?.arms[0]).toMatchObject({ finishedResponses: 0, bestReward: null });
    expect((await store.list()).unreadable).toEqual([]);
  });
}

function changes(open: Open): void {
  it('renames a run everywhere its name stands', async () => {
    const store = await open();
    const run = await exampleRun();
    await keep(store, run);
    await store.rename(run.header.id, 'Sky');
    const loaded = await store.load(run.header.id);
    expect(loaded?.header.name).toBe('Sky');
    expect(loaded?.events[0]).toMatchObject({ type: 'run-started', run: { name: 'Sky' } });
    expect((await store.list()).runs[0]?.name).toBe('Sky');
    await expect(store.rename(UNKNOWN, 'Sky')).rejects.toMatchObject({ kind: 'missing' });
  });

  it('removes a run and nothing else', async () => {
    const store = await open();
    const one = await exampleRun({ header: { id: 'run' } });
    const other = await exampleRun({ header: { id: 'run-2' } });
    await keep(store, one);
    await keep(store, other);
    await store.remove('run');
    await store.remove(UNKNOWN);
    expect(await store.load('run')).toBeNull();
    expect(await store.load('run-2')).toEqual(other);
    await keep(store, one);
    expect(await store.load('run')).toEqual(one);
  });
}

function imports(open: Open): void {
  it('keeps an imported run under its own id, marked as imported', async () => {
    const store = await open();
    const run = await exampleRun();
    expect(await store.importRun(run)).toBe(run.header.id);
    expect(await store.load(run.header.id)).toEqual(run);
    expect((await store.list()).runs[0]).toMatchObject({ origin: 'imported', budget: 4 });
  });

  it('tells a run that was kept from the screen from one that came in a file', async () => {
    const store = await open();
    await store.importRun(await exampleRun(), 'kept');
    expect((await store.list()).runs[0]).toMatchObject({ origin: 'kept' });
  });

  it('keeps the same run once, whatever it is named here', async () => {
    const store = await open();
    const run = await exampleRun();
    await keep(store, run);
    await store.rename(run.header.id, 'Sky');
    expect(await store.importRun(run)).toBe(run.header.id);
    expect((await store.list()).runs.map(({ name, origin }) => [name, origin])).toEqual([
      ['Sky', 'sampled'],
    ]);
  });

  it('gives a run a new id where its own is taken by another, once', async () => {
    const store = await open();
    const mine = await exampleRun();
    const theirs = await exampleRun({ texts: ['Something else.'] });
    await keep(store, mine);
    const id = await store.importRun(theirs);
    expect(id).not.toBe(mine.header.id);
    expect(await store.load(mine.header.id)).toEqual(mine);
    const loaded = await store.load(id);
    expect(loaded?.header).toEqual({ ...theirs.header, id });
    expect(loaded?.events.slice(1)).toEqual(theirs.events.slice(1));
    expect(await store.importRun(theirs)).toBe(id);
    expect((await store.list()).runs).toHaveLength(2);
  });

  it('goes on with an imported run', async () => {
    const store = await open();
    const run = await exampleRun({ stopAfter: 5 });
    await store.importRun(run);
    await store.append(run.header.id, [{ type: 'run-started', run: run.header, at: 9 }]);
    expect((await store.load(run.header.id))?.events).toHaveLength(run.events.length + 1);
    expect((await store.list()).runs[0]?.state).toEqual({ status: 'running' });
  });

  it('refuses a run that is none, and keeps nothing of it', async () => {
    const store = await open();
    const run = await exampleRun();
    const broken = { ...run, header: { ...run.header, createdAt: Number.NaN } };
    await expect(store.importRun(broken)).rejects.toMatchObject({ kind: 'corrupt' });
    expect(await store.list()).toEqual({ runs: [], unreadable: [] });
  });
}
