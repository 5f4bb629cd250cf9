import { expect, test } from 'vitest';
import type { HiddenStates, HiddenStatesDescription } from '../../core/index.ts';
import { PolicyError, setMarksApart } from '../../core/index.ts';
import { inlineWorkers, type InlineWorker } from '../testing/inline-worker.ts';
import type { BatchEntry } from '../llama-cpp/llama-library.ts';
import { testWorkerContract } from '../testing/worker-contract.ts';
import type { PageMessage } from '../worker/messages.ts';
import { serveHiddenStates, type Backbone } from './hidden-states-service.ts';
import { createLlamaCppBackbone } from './llama-cpp-backbone.ts';
import { resolveBackbone } from './load-hidden-states.ts';
import { loadWorkerHiddenStates } from './worker-hidden-states.ts';

const never = new AbortController().signal;

const description: HiddenStatesDescription = {
  id: 'm',
  name: 'M',
  device: 'here',
  contextTokens: 100,
  width: 2,
  addsBeginToken: true,
  addsEndToken: false,
  chatTemplate: null,
};

/** Answers with the text's length; "hang" waits until it is aborted. */
const backbone: Backbone = {
  description,
  read: (text, signal) =>
    text === 'hang'
      ? new Promise((_, reject) => {
          signal.addEventListener('abort', () => {
            reject(new PolicyError('engine-failed', 'stopped'));
          });
        })
      : Promise.resolve(Float32Array.of(text.length, 1)),
};

interface Started {
  readonly states: HiddenStates;
  readonly workers: readonly InlineWorker<PageMessage<string>>[];
}

async function start(): Promise<Started> {
  const { workers, createWorker } = inlineWorkers<PageMessage<string>>((port) => {
    serveHiddenStates(port, { load: () => Promise.resolve(backbone) }, null);
  });
  const parts = { createWorker, model: null, locks: null };
  return { states: await loadWorkerHiddenStates(parts, () => undefined, never), workers };
}

test('a backbone behind a worker describes itself and reads texts one after another', async () => {
  const { states } = await start();
  expect(states.description).toEqual(description);
  const both = await Promise.all([
    states.lastHiddenState('one', never),
    states.lastHiddenState('three', never),
  ]);
  expect(both).toEqual([Float32Array.of(3, 1), Float32Array.of(5, 1)]);
});

test('an abort throws the reason at once, and the next text gets the engine', async () => {
  const { states, workers } = await start();
  const abort = new AbortController();
  const reason = new Error('not now');
  const first = states.lastHiddenState('hang', abort.signal);
  const second = states.lastHiddenState('two', never);
  abort.abort(reason);
  await expect(first).rejects.toBe(reason);
  expect(await second).toEqual(Float32Array.of(3, 1));
  expect(workers).toHaveLength(1);
});

testWorkerContract<string, Backbone, HiddenStates>('a backbone', {
  serve: (port, use) => {
    serveHiddenStates(port, use, null);
  },
  load: (parts, signal) => loadWorkerHiddenStates(parts, () => undefined, signal),
  create: (begin) => ({
    description,
    read: (text, signal) => {
      if (text === 'hang') begin();
      return backbone.read(text, signal);
    },
  }),
  ask: async (states) => {
    expect(await states.lastHiddenState('four', never)).toEqual(Float32Array.of(4, 1));
  },
  hang: (states) => states.lastHiddenState('hang', never),
});

/** A model whose tokens are characters, and whose hidden state is what it read last and how many before it. */
function reading(fault: Error | null = null, log: unknown[] = []): Backbone {
  let last: readonly BatchEntry[] = [];
  return createLlamaCppBackbone({
    library: {
      // A private character stands for the mark's token.
      tokenise: (text, { marks }) =>
        Array.from(marks ? text.replaceAll('<|im_end|>', '\ue000') : text, (one) => {
          return one.codePointAt(0) ?? 0;
        }),
      pieceOf: (token) =>
        new TextEncoder().encode(token === 0xe000 ? '<|im_end|>' : String.fromCodePoint(token)),
      read: (batch) => {
        if (fault !== null) throw fault;
        log.push(batch.filter(({ wanted }) => wanted).map(({ place }) => place));
        last = batch;
      },
      forget: (_, from) => {
        log.push(`forget from ${String(from)}`);
        return true;
      },
      hiddenState: (entry) => Float32Array.of(last[entry]?.token ?? NaN, last[entry]?.place ?? NaN),
    },
    description,
    pause: () => Promise.resolve(),
    loseEngine: (message) => log.push(message),
  });
}

test('the state after the last token is asked for, whatever was read before', async () => {
  const log: unknown[] = [];
  const text = 'x'.repeat(40) + 'y';
  expect(await reading(null, log).read(text, never)).toEqual(Float32Array.of(121, 40));
  expect(log).toEqual(['forget from 0', [], [40]]);
});

test('a mark that was said is read as its characters, and one of the template as a mark', async () => {
  const lastPlace = async (text: string) => (await reading().read(text, never))[1];
  expect(await lastPlace('a<|im_end|>')).toBe(1);
  expect(await lastPlace(setMarksApart('a<|im_end|>'))).toBe('a<|im_end|>'.length - 1);
  expect(await lastPlace(`${setMarksApart('a<b>[1]<|im_end|>')}<|im_end|>`)).toBe(
    'a<b>[1]<|im_end|>'.length,
  );
});

test.each([
  ['a text that is too long', 'x'.repeat(101), 'context-overflow'],
  ['no text', '', 'engine-failed'],
])('%s is refused', async (_, text, kind) => {
  await expect(reading().read(text, never)).rejects.toMatchObject({ kind });
});

test('a failure is said in llama.cpp’s words; a crash loses the engine', async () => {
  await expect(reading(new Error('no room')).read('t', never)).rejects.toMatchObject({
    kind: 'engine-failed',
    message: 'llama.cpp could not answer: no room',
  });
  const log: unknown[] = [];
  const crash = reading(new WebAssembly.RuntimeError('unreachable'), log).read('t', never);
  await expect(crash).rejects.toMatchObject({ kind: 'engine-lost' });
  expect(log).toHaveLength(2);
});

test('a text whose call was aborted is read no further', async () => {
  const log: unknown[] = [];
  const call = reading(null, log).read('text', AbortSignal.abort(new Error('left')));
  await expect(call).rejects.toThrow('aborted');
  expect(log).toEqual(['forget from 0']);
});

const MANIFEST = {
  version: 1,
  model: 'Small',
  licence: 'Apache-2.0',
  webllm: { weights: 'w/', library: 'l.wasm', bytes: 1 },
  llamaCpp: { gguf: 'small.gguf', bytes: 1, sha256: 'abc' },
};

test('backbones come from the page’s own model, an address or files', async () => {
  const fetch = () => Promise.resolve(Response.json(MANIFEST));
  const world = { fetch, baseUrl: 'https://page.test/' };
  const embedded = { kind: 'embedded' } as const;
  expect(await resolveBackbone(embedded, world, never)).toMatchObject({
    name: 'Small',
    gguf: { url: 'https://page.test/models/small.gguf?sha256=abc' },
  });
  const file = new File([], 'mine.gguf');
  const source = { kind: 'gguf-file', files: [file] } as const;
  expect(await resolveBackbone(source, world, never)).toMatchObject({ name: 'mine.gguf' });
  const address = { kind: 'gguf-address', url: 'ftp://x/m.gguf' } as const;
  await expect(resolveBackbone(address, world, never)).rejects.toThrow(/not a web address/);
  const missing = { ...world, fetch: () => Promise.resolve(new Response('', { status: 404 })) };
  await expect(resolveBackbone(embedded, missing, never)).rejects.toMatchObject({
    kind: 'weights-not-found',
  });
});
