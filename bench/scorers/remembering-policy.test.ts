import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../scripts/testing/temporary-folder.mjs';
import { PAPER_SAMPLING, type GenerationChunk, type Policy } from '../../src/core/index.ts';
import { fakePolicy } from '../../src/core/testing/fake-run.ts';
import { folderStore, memoryStore, type FigureStore } from './figure-store.ts';
import { rememberingPolicy } from './remembering-policy.ts';

const signal = new AbortController().signal;
const messages = [{ role: 'user', content: 'Why?' }] as const;

/** A policy that counts how often the engine is asked to read a text. */
function counted(): { readonly policy: Policy; readonly texts: string[] } {
  const fake = fakePolicy(() => 'So it is.');
  const texts: string[] = [];
  const policy: Policy = {
    ...fake,
    scoreText: (request, callSignal) => {
      texts.push(request.text);
      return fake.scoreText(request, callSignal);
    },
  };
  return { policy, texts };
}

async function chunksOf(policy: Policy, seed: number): Promise<readonly GenerationChunk[]> {
  const chunks: GenerationChunk[] = [];
  const request = { messages, sampling: PAPER_SAMPLING, seed };
  for await (const chunk of policy.generate(request, signal)) chunks.push(chunk);
  return chunks;
}

test('the same text after the same chat is read once, by whichever scorer', async () => {
  const { policy, texts } = counted();
  const store = memoryStore();
  const first = rememberingPolicy(policy, 'a', store);
  const second = rememberingPolicy(policy, 'a', store);
  const scored = await first.scoreText({ messages, text: 'So.' }, signal);
  expect(await second.scoreText({ messages, text: 'So.' }, signal)).toEqual(scored);
  await second.scoreText({ messages: [], text: 'So.' }, signal);
  await rememberingPolicy(policy, 'b', store).scoreText({ messages, text: 'So.' }, signal);
  expect(texts).toEqual(['So.', 'So.', 'So.']);
});

test('an answer is asked for once, and comes back whole', async () => {
  const fake = fakePolicy(() => 'So it is.');
  const policy = rememberingPolicy(fake, 'a', memoryStore());
  const chunks = await chunksOf(policy, 1);
  expect(await chunksOf(policy, 1)).toEqual(chunks);
  expect(chunks.at(-1)?.type).toBe('generation-finished');
  await chunksOf(policy, 2);
  expect(fake.asked.map(({ seed }) => seed)).toEqual([1, 2]);
});

test('an answer is kept for who leaves at its end', async () => {
  const fake = fakePolicy(() => 'So it is.');
  const policy = rememberingPolicy(fake, 'a', memoryStore());
  const request = { messages, sampling: PAPER_SAMPLING, seed: 1 };
  for await (const { type } of policy.generate(request, signal)) {
    if (type === 'generation-finished') break;
  }
  await chunksOf(policy, 1);
  expect(fake.asked).toHaveLength(1);
});

test('a folder keeps figures over a restart, and what is no figure is read anew', async () => {
  const folder = await temporaryFolder('figures');
  const { policy, texts } = counted();
  const read = (store: FigureStore) =>
    rememberingPolicy(policy, 'a', store).scoreText({ messages, text: 'So.' }, signal);
  const scored = await read(folderStore(folder));
  expect(await read(folderStore(folder))).toEqual(scored);
  expect(texts).toHaveLength(1);
  const [file = ''] = await readdir(folder);
  await writeFile(join(folder, file), '{"tokens": ');
  expect(await read(folderStore(folder))).toEqual(scored);
  await writeFile(join(folder, file), '{"tokens": 3}');
  await read(folderStore(folder));
  expect(texts).toHaveLength(3);
});
