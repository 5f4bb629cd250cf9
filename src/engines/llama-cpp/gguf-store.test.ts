import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LoadProgress } from '../../core/index.ts';
import { createGgufStore } from './gguf-store.ts';
import { openGguf } from './open-gguf.ts';
import { createLocks, Storage } from './testing/storage.ts';

const URL_OF_IT = 'https://page.test/models/small.gguf';
const GOOD = `GGUF${'x'.repeat(100)}`;
const BAD = `GGUF${'y'.repeat(100)}`;
const sha256 = createHash('sha256').update(GOOD).digest('hex');
const WITH_SUM = { kind: 'address', url: URL_OF_IT, sha256 } as const;
const WITHOUT_SUM = { kind: 'address', url: URL_OF_IT } as const;

/** What the server has now, by address. */
let files: Map<string, { readonly text: string; readonly etag?: string }>;
/** Addresses that were fetched whole, in their order. */
let fetched: string[];
let progress: LoadProgress[];
let storage: Storage;
let locks: ReturnType<typeof createLocks>;

beforeEach(() => {
  files = new Map([[URL_OF_IT, { text: GOOD }]]);
  fetched = [];
  progress = [];
  storage = new Storage();
  locks = createLocks();
  vi.stubGlobal('fetch', serve);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

function serve(url: string, init: RequestInit = {}): Promise<Response> {
  const file = files.get(url);
  const isHead = init.method === 'HEAD';
  if (!isHead) fetched.push(url);
  if (file === undefined) return Promise.resolve(new Response('', { status: 404 }));
  const headers = new Headers({ 'content-length': String(file.text.length) });
  if (file.etag !== undefined) headers.set('etag', file.etag);
  return Promise.resolve(new Response(isHead ? null : file.text, { headers }));
}

/** A tab of the browser: what is kept is every tab's. */
function tab({ keeps = true, withLocks = true, onWait = (): void => undefined } = {}) {
  const store = createGgufStore({
    manager: storage.manager(),
    locks: withLocks ? locks : null,
    fetch: serve,
    wait: () => {
      onWait();
      return Promise.resolve();
    },
  });
  return (address: Parameters<typeof openGguf>[0]) =>
    openGguf(address, { store: keeps ? store : null, fetch: serve }, (one) => progress.push(one));
}

async function textOf({ blobs }: { readonly blobs: readonly Blob[] }): Promise<string> {
  return (await Promise.all(blobs.map((blob) => blob.text()))).join();
}

describe('two tabs that load a model for the first time at once', () => {
  it('fetch it once, and the second reads what the first kept', async () => {
    const both = await Promise.all([tab()(WITH_SUM), tab()(WITH_SUM)]);
    expect(await Promise.all(both.map(textOf))).toEqual([GOOD, GOOD]);
    expect(fetched).toEqual([URL_OF_IT]);
  });

  it('don’t wait for each other for ever: a tab without locks tries until the file is free', async () => {
    const manager = storage.manager();
    const letGo = storage.hold(await manager.cacheManager.getNameFromURL(URL_OF_IT));
    const opened = await tab({ withLocks: false, onWait: letGo })(WITH_SUM);
    expect(await textOf(opened)).toBe(GOOD);
  });

  it('say so where the file doesn’t get free, in no browser’s words', async () => {
    const manager = storage.manager();
    storage.hold(await manager.cacheManager.getNameFromURL(URL_OF_IT));
    await expect(tab()(WITH_SUM)).rejects.toThrow(/^Another tab is writing this model’s file/);
  });
});

describe('a browser that keeps no files', () => {
  it('holds the model in memory, and says that it will be fetched again', async () => {
    const open = tab({ keeps: false });
    const opened = await open(WITH_SUM);
    expect(await textOf(opened)).toBe(GOOD);
    expect(opened.note).toMatch(/keeps no files.*fetched again/);
    expect(progress.at(-1)).toMatchObject({ stage: 'download', fraction: 1 });
    expect((await tab()(WITH_SUM)).note).toBeNull();
  });

  it('is told of what isn’t there, and of bytes that are wrong', async () => {
    const open = tab({ keeps: false });
    files.set(URL_OF_IT, { text: BAD });
    await expect(open(WITH_SUM)).rejects.toThrow(/not the model that it should be/);
    files.clear();
    await expect(open(WITH_SUM)).rejects.toMatchObject({ kind: 'weights-not-found' });
  });
});

describe('a model with a sum', () => {
  it('of the right length and wrong bytes is said to be wrong, not kept, and fetched anew', async () => {
    files.set(URL_OF_IT, { text: BAD });
    await expect(tab()(WITH_SUM)).rejects.toThrow(/not the model that it should.*load it again/);
    expect(storage.files.size).toBe(0);
    files.set(URL_OF_IT, { text: GOOD });
    expect(await textOf(await tab()(WITH_SUM))).toBe(GOOD);
    expect(fetched).toHaveLength(2);
  });

  it('is added up once: what was right when it came is read as it is', async () => {
    await tab()(WITH_SUM);
    const [[key = ''] = []] = storage.files;
    storage.files.set(key, new Blob([BAD]));
    expect(await textOf(await tab()(WITH_SUM))).toBe(BAD);
  });

  it('is added up where it was kept without, by an older page or one that was closed too early', async () => {
    files.set(URL_OF_IT, { text: BAD });
    await tab()(WITHOUT_SUM);
    await expect(tab()(WITH_SUM)).rejects.toThrow(/not the model/);
  });
});

describe('a model without a sum', () => {
  it.each([
    ['its tag is another', { text: BAD, etag: '"2"' }],
    ['its length is another', { text: `${BAD}z` }],
  ])('is fetched anew where %s on the server', async (_, changed) => {
    files.set(URL_OF_IT, { text: GOOD, etag: '"1"' });
    await tab()(WITHOUT_SUM);
    files.set(URL_OF_IT, changed);
    expect(await textOf(await tab()(WITHOUT_SUM))).toBe(changed.text);
  });

  it('is read as it is kept where the server is the same, or doesn’t answer', async () => {
    files.set(URL_OF_IT, { text: GOOD, etag: '"1"' });
    await tab()(WITHOUT_SUM);
    await tab()(WITHOUT_SUM);
    files.clear();
    expect(await textOf(await tab()(WITHOUT_SUM))).toBe(GOOD);
    expect(fetched).toHaveLength(1);
  });
});

describe('a split model', () => {
  const part = (place: number): string =>
    `https://page.test/big-0000${String(place)}-of-00002.gguf`;
  const address = { kind: 'address', url: part(1) } as const;

  it('is opened in order, and taken out with all its files where one is no GGUF', async () => {
    files.set(part(1), { text: 'GGUF1' }).set(part(2), { text: '<html>, or what came of it' });
    await expect(tab()(address)).rejects.toMatchObject({ kind: 'not-a-model' });
    expect(storage.files.size).toBe(0);
    files.set(part(1), { text: 'GGUF, one' }).set(part(2), { text: 'GGUF, two' });
    expect(await textOf(await tab()(address))).toBe('GGUF, one,GGUF, two');
  });

  it('of which a part is missing hinders no other model, and goes on with the parts that came', async () => {
    files.set(part(1), { text: 'GGUF, one' });
    await expect(tab()(address)).rejects.toMatchObject({ kind: 'weights-not-found' });
    expect(await textOf(await tab()(WITH_SUM))).toBe(GOOD);
    files.set(part(2), { text: 'GGUF, two' });
    expect(await textOf(await tab()(address))).toBe('GGUF, one,GGUF, two');
    expect(fetched.filter((url) => url === part(1))).toHaveLength(1);
  });
});
