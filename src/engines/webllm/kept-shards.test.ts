import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { checkShards, type Caches } from './kept-shards.ts';

const LIST = 'https://page.test/models/m/tensor-cache.json';
const part = (name: string): string => new URL(name, LIST).href;
const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

/** The browser's caches, with a model whose parts are these texts; the sums are of "one" and "two". */
function cachesWith(...texts: readonly string[]) {
  const caches = new Map<string, Map<string, string>>();
  const of = (name: string): Map<string, string> => {
    const cache = caches.get(name) ?? new Map<string, string>();
    caches.set(name, cache);
    return cache;
  };
  const records = ['one', 'two'].map((text) => ({ dataPath: `${text}.bin`, md5sum: md5(text) }));
  const kept = of('webllm/model').set(LIST, JSON.stringify({ records }));
  for (const [at, text] of texts.entries()) kept.set(part(at === 0 ? 'one.bin' : 'two.bin'), text);
  const world: Caches = {
    open: (name) =>
      Promise.resolve({
        match: (url) => {
          const text = of(name).get(url);
          return Promise.resolve(text === undefined ? undefined : new Response(text));
        },
        put: async (url, response) => void of(name).set(url, await response.text()),
        delete: (url) => Promise.resolve(of(name).delete(url)),
      }),
  };
  return { world, kept };
}

test('parts that are right are added up once', async () => {
  const { world, kept } = cachesWith('one', 'two');
  await checkShards(LIST, world);
  kept.set(part('one.bin'), 'wrong, but who asks');
  await checkShards(LIST, world);
});

test('a part that is wrong is named and taken out, and the others stay', async () => {
  const { world, kept } = cachesWith('one', 'owt');
  await expect(checkShards(LIST, world)).rejects.toThrow(
    /two\.bin is not the part.*load the model again/,
  );
  expect([...kept.keys()]).toEqual([LIST, part('one.bin')]);
  kept.set(part('two.bin'), 'two');
  await checkShards(LIST, world);
});

test('a list without sums, or none, is no reason to stop', async () => {
  const { world, kept } = cachesWith();
  kept.set(LIST, JSON.stringify({ records: [{ dataPath: 'one.bin' }] }));
  await checkShards(LIST, world);
  kept.clear();
  await checkShards(LIST, world);
});
