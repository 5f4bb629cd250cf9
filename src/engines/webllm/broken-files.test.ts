import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { dropBrokenFiles } from './broken-files.ts';
import type { Caches } from './kept-shards.ts';

const at = (name: string): string => `https://hub.org/m/resolve/main/${name}`;
const ADDRESSES = {
  config: at('mlc-chat-config.json'),
  tensorCache: at('tensor-cache.json'),
  tokenizer: at('tokenizer.json'),
  library: 'https://hub.org/m.wasm',
};
const md5 = (text: string): string => createHash('md5').update(text).digest('hex');
const LIST = JSON.stringify({
  records: [
    { dataPath: 'right.bin', nbytes: 5, md5sum: md5('right') },
    { dataPath: 'half.bin', nbytes: 5, md5sum: md5('whole') },
    { dataPath: 'changed.bin', nbytes: 5, md5sum: md5('whole') },
    { dataPath: 'without-a-sum.bin', nbytes: 5 },
  ],
});

/** The browser's caches, all as one. */
function cachesOf(files: ReadonlyMap<string, string>) {
  const kept = new Map(files);
  const cache = {
    match: (url: string) => {
      const text = kept.get(url);
      return Promise.resolve(text === undefined ? undefined : new Response(text));
    },
    put: async (url: string, response: Response) => void kept.set(url, await response.text()),
    delete: (url: string) => Promise.resolve(kept.delete(url)),
  };
  const world: Caches = { open: () => Promise.resolve(cache) };
  return { world, kept };
}

const FILES = new Map([
  [ADDRESSES.config, '<html>Sign in.</html>'],
  [ADDRESSES.tensorCache, LIST],
  [ADDRESSES.tokenizer, '{}'],
  [ADDRESSES.library, '\0asm and no more'],
  [at('right.bin'), 'right'],
  [at('half.bin'), 'who'],
  [at('changed.bin'), 'elohw'],
  [at('without-a-sum.bin'), 'whole'],
]);

test('of a model that did not load, the parts that are right stay, and nothing else', async () => {
  const { world, kept } = cachesOf(FILES);
  await dropBrokenFiles(ADDRESSES, world);
  expect([...kept.keys()]).toEqual([at('right.bin'), at('without-a-sum.bin')]);
});

test('a list of parts that is none goes, and no part with it', async () => {
  const { world, kept } = cachesOf(new Map(FILES).set(ADDRESSES.tensorCache, '<html>'));
  await dropBrokenFiles(ADDRESSES, world);
  expect([...kept.keys()]).toEqual([...FILES.keys()].filter((url) => url.endsWith('.bin')));
});
