import { MutationObserver, onlineManager, QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, it } from 'vitest';
import type { RunFileFormat, RunStore, RunSummary, StoredRun } from '../core/index.ts';
import { fakeHeader, fakePlan } from '../core/testing/fake-run.ts';
import type { RunFile } from './import-run-files.ts';
import { createSavedRunsQueries, runFileName } from './saved-runs-queries.ts';

const NO_ARMS = fakeHeader(fakePlan([]));

/** A store of summaries, as little as these queries need. */
function fakeStore(): RunStore & { readonly runs: Map<string, StoredRun> } {
  const runs = new Map<string, StoredRun>();
  const change = (action: () => void): Promise<void> => Promise.resolve().then(action);
  return {
    runs,
    kept: true,
    create: () => Promise.resolve(),
    append: () => Promise.resolve(),
    load: (id) =>
      id === 'damaged'
        ? Promise.reject(new Error('Its log is damaged.'))
        : Promise.resolve(runs.get(id) ?? null),
    count: () => Promise.resolve(runs.size),
    newest: (most) => Promise.resolve([...runs.values()].map(summary).slice(0, most)),
    list: () =>
      Promise.resolve({
        runs: [...runs.values()].map(summary),
        unreadable: [{ id: 'odd', message: 'Odd.' }],
      }),
    rename: (id, name) =>
      change(() => {
        runs.set(id, { header: { ...NO_ARMS, id, name }, events: [] });
      }),
    remove: (id) =>
      change(() => {
        runs.delete(id);
      }),
    importRun: (run) => {
      if (run.header.name === 'Too much') return Promise.reject(new Error('No room.'));
      runs.set(run.header.id, run);
      return Promise.resolve(run.header.id);
    },
  };
}

function summary({ header }: StoredRun): RunSummary {
  return {
    id: header.id,
    name: header.name,
    createdAt: 0,
    prompt: '',
    preference: '',
    budget: 0,
    arms: [],
    modelName: '',
    scorerName: '',
    state: { status: 'planned' },
    origin: 'sampled',
  };
}

/** A file's text is the run's id and name. */
const format: RunFileFormat = {
  maxBytes: 1_000_000,
  export: ({ header }, exportedAt) => `${header.name} at ${String(exportedAt)}`,
  join: (files) => files.join('&'),
  parse: (text) =>
    text.split('&').map((one) => {
      const [id, name] = one.split('|');
      if (id === undefined || name === undefined) return { ok: false, message: 'Bad file.' };
      return { ok: true, run: { header: { ...NO_ARMS, id, name }, events: [] } };
    }),
};

function fileOf(text: string, size = text.length): RunFile {
  return { name: `${text}.json`, size, text: () => Promise.resolve(text) };
}

function setUp() {
  const store = fakeStore();
  const client = new QueryClient();
  const queries = createSavedRunsQueries({ store, format, clock: { now: () => 7 } });
  return { store, client, queries };
}

afterEach(() => {
  onlineManager.setOnline(true);
});

describe('saved runs', () => {
  it('counts bytes, not letters, of what can be imported again', async () => {
    const store = fakeStore();
    const name = '天'.repeat(400_000);
    store.runs.set('a', { header: { ...NO_ARMS, id: 'a', name }, events: [] });
    const { exportAll } = createSavedRunsQueries({ store, format, clock: { now: () => 0 } });
    const exporting = new MutationObserver(new QueryClient(), exportAll());
    await expect(exporting.mutate()).rejects.toThrow(/more than 1 MB/);
  });

  it('are listed with those that cannot be read, without a network too', async () => {
    const { store, client, queries } = setUp();
    onlineManager.setOnline(false);
    store.runs.set('a', { header: { ...NO_ARMS, id: 'a', name: 'Sky' }, events: [] });
    const { runs, unreadable } = await client.query(queries.list());
    expect(runs.map(({ name }) => name)).toEqual(['Sky']);
    expect(unreadable).toEqual([{ id: 'odd', message: 'Odd.' }]);
  });

  it('are read anew after a rename or a removal', async () => {
    const { client, queries } = setUp();
    const list = queries.list();
    await client.query(list);
    await new MutationObserver(client, queries.rename()).mutate({ id: 'a', name: 'Sea' });
    expect(client.getQueryState(list.queryKey)?.isInvalidated).toBe(true);
    const { runs } = await client.query(list);
    expect(runs.map(({ name }) => name)).toEqual(['Sea']);
    await new MutationObserver(client, queries.remove()).mutate('a');
    expect((await client.query(list)).runs).toEqual([]);
  });

  it('are exported with a name for the file and the time', async () => {
    const { store, client, queries } = setUp();
    store.runs.set('a', { header: { ...NO_ARMS, id: 'a', name: 'Why so blue?' }, events: [] });
    const observer = new MutationObserver(client, queries.exportFile());
    expect(await observer.mutate('a')).toEqual({
      fileName: 'why-so-blue.prs.json',
      text: 'Why so blue? at 7',
    });
    await expect(observer.mutate('b')).rejects.toThrow('This run is no longer stored');
  });
});

describe('all runs', () => {
  it('are exported as one file of the day, and imported again each for itself', async () => {
    const { store, client, queries } = setUp();
    const all = new MutationObserver(client, queries.exportAll());
    await expect(all.mutate()).rejects.toThrow('There is no run to export.');
    for (const [id, name] of [
      ['a', 'Sky'],
      ['damaged', 'Fog'],
      ['b', 'Sea'],
    ] as const) {
      store.runs.set(id, { header: { ...NO_ARMS, id, name }, events: [] });
    }
    expect(await all.mutate()).toEqual({
      fileName: 'runs-1970-01-01.prs.json',
      text: 'Sky at 7&Sea at 7',
    });
    const importing = new MutationObserver(client, queries.importFiles());
    const file = { ...fileOf('f|Too much&c|Sun&odd&a|Sky'), name: 'runs.json' };
    expect(await importing.mutate([file])).toEqual([
      { status: 'refused', fileName: 'runs.json', message: 'No room.' },
      { status: 'imported', fileName: 'runs.json', runId: 'c', runName: 'Sun' },
      { status: 'refused', fileName: 'runs.json', message: 'Bad file.' },
      { status: 'already-here', fileName: 'runs.json', runId: 'a', runName: 'Sky' },
    ]);
  });
});

describe('imported files', () => {
  it('have an outcome each', async () => {
    const { client, queries } = setUp();
    const files = ['a|Sky', 'nonsense', 'b|Too much', 'a|Sky'].map((text) => fileOf(text));
    const unreadable = { ...fileOf('c|Gone'), text: () => Promise.reject(new Error('Gone.')) };
    const mutation = new MutationObserver(client, queries.importFiles());
    const outcomes = await mutation.mutate([...files, unreadable, fileOf('d|Film', 2_000_000)]);
    expect(outcomes).toEqual([
      { status: 'imported', fileName: 'a|Sky.json', runId: 'a', runName: 'Sky' },
      { status: 'refused', fileName: 'nonsense.json', message: 'Bad file.' },
      { status: 'refused', fileName: 'b|Too much.json', message: 'No room.' },
      { status: 'already-here', fileName: 'a|Sky.json', runId: 'a', runName: 'Sky' },
      { status: 'refused', fileName: 'c|Gone.json', message: 'Gone.' },
      {
        status: 'refused',
        fileName: 'd|Film.json',
        message:
          'The file should be at most 1 MB, which is more than any run takes, but is larger.',
      },
    ]);
  });
});

describe('runFileName', () => {
  it.each([
    ['Why is the sky blue?', 'why-is-the-sky-blue.prs.json'],
    ['../../etc/passwd', 'etc-passwd.prs.json'],
    ['  ', 'run.prs.json'],
    ['Über den Himmel 青い', 'über-den-himmel-青い.prs.json'],
    ['x'.repeat(200), `${'x'.repeat(60)}.prs.json`],
  ])('%s', (name, fileName) => {
    expect(runFileName(name)).toBe(fileName);
  });
});
