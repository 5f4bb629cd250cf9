import { expect, test } from 'vitest';
import type { HiddenStates, HiddenStatesDescription } from '../../core/index.ts';
import { ModelLoadError, PolicyError } from '../../core/index.ts';
import { inlineWorkers, type InlineWorker } from '../testing/inline-worker.ts';
import { createMemoryBudget } from '../wllama/memory-budget.ts';
import { defer } from '../worker/deferred.ts';
import { resolveBackbone } from './load-hidden-states.ts';
import type { BackbonePageMessage } from './protocol.ts';
import { serveHiddenStates, type Backbone, type BackboneLoader } from './serve-hidden-states.ts';
import { createWllamaBackbone } from './wllama-backbone.ts';
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

const loader: BackboneLoader = { load: () => Promise.resolve(backbone) };

interface Started {
  readonly states: HiddenStates;
  readonly workers: readonly InlineWorker<BackbonePageMessage>[];
}

function workersOf(use: BackboneLoader): ReturnType<typeof inlineWorkers<BackbonePageMessage>> {
  return inlineWorkers((port) => {
    serveHiddenStates(port, use, null);
  });
}

async function start(use: BackboneLoader = loader): Promise<Started> {
  const { workers, createWorker } = workersOf(use);
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

test.each([
  ['its engine is lost', { type: 'engine-lost', message: 'gone' }],
  ['its worker talks nonsense', { type: 'state-read', callId: 1, state: [1, 2] }],
])('when %s the call fails as lost and the next one starts a new worker', async (_, message) => {
  const { states, workers } = await start();
  const first = states.lastHiddenState('hang', never);
  workers[0]?.say(message);
  await expect(first).rejects.toMatchObject({ name: 'PolicyError', kind: 'engine-lost' });
  expect(workers[0]?.terminated).toBe(true);
  expect(await states.lastHiddenState('four', never)).toEqual(Float32Array.of(4, 1));
  expect(workers).toHaveLength(2);
});

test('an engine that does not start again is said to be lost, and is tried again', async () => {
  let loads = 0;
  const flaky: BackboneLoader = {
    load: () => {
      loads += 1;
      return loads === 2
        ? Promise.reject(new ModelLoadError('out-of-memory', 'No memory.'))
        : Promise.resolve(backbone);
    },
  };
  const { states, workers } = await start(flaky);
  workers[0]?.say({ type: 'engine-lost', message: 'gone' });
  await Promise.resolve();
  await expect(states.lastHiddenState('one', never)).rejects.toThrow(/not start again: No memory/);
  expect(await states.lastHiddenState('one', never)).toEqual(Float32Array.of(3, 1));
});

test('a cancelled load ends its worker and throws the reason', async () => {
  const abort = new AbortController();
  const hanging: BackboneLoader = { load: () => new Promise(() => undefined) };
  const { workers, createWorker } = workersOf(hanging);
  const parts = { createWorker, model: null, locks: null };
  const loading = loadWorkerHiddenStates(parts, () => undefined, abort.signal);
  const reason = new Error('not now');
  abort.abort(reason);
  await expect(loading).rejects.toBe(reason);
  expect(workers.map(({ terminated }) => terminated)).toEqual([true]);
});

test('a load that fails says why', async () => {
  const failing: BackboneLoader = {
    load: () => Promise.reject(new ModelLoadError('not-a-model', 'No GGUF.')),
  };
  await expect(start(failing)).rejects.toMatchObject({ kind: 'not-a-model', message: 'No GGUF.' });
});

test('after unloading, calls under way and later ones fail as lost', async () => {
  const reached = defer<undefined>();
  const read = (): Promise<Float32Array> => {
    reached.resolve(undefined);
    return new Promise(() => undefined);
  };
  const { states, workers } = await start({ load: () => Promise.resolve({ description, read }) });
  const first = states.lastHiddenState('one', never);
  await reached.promise;
  await states.unload();
  await expect(first).rejects.toMatchObject({ kind: 'engine-lost' });
  await expect(states.lastHiddenState('x', never)).rejects.toMatchObject({ kind: 'engine-lost' });
  expect(workers.map(({ terminated }) => terminated)).toEqual([true]);
});

function answering(answer: unknown, log: unknown[] = []): Backbone {
  const createEmbedding = (request: unknown): Promise<never> => {
    log.push(request);
    if (answer instanceof Error) return Promise.reject(answer);
    // The vendor promises a type; what really comes is read as unknown.
    return Promise.resolve(answer as never);
  };
  return createWllamaBackbone({
    wllama: { createEmbedding },
    description,
    budget: createMemoryBudget(10, 1000),
    restart: () => Promise.resolve(void log.push('restart')),
    loseEngine: (message) => log.push(message),
  });
}

const answerOf = (embedding: unknown): unknown => ({
  data: [{ embedding }],
  usage: { prompt_tokens: 60 },
});

test('llama.cpp is asked for the vector as it is, not divided by its length', async () => {
  const log: unknown[] = [];
  const state = await answering(answerOf([3, 4]), log).read('text', never);
  expect(state).toEqual(Float32Array.of(3, 4));
  expect(log).toMatchObject([{ input: 'text', embd_normalize: -1 }]);
});

test.each([
  ['two vectors', { data: [{ embedding: [1, 2] }, { embedding: [1, 2] }] }],
  ['another width', answerOf([1, 2, 3])],
  ['a number that is none', answerOf([1, null])],
  ['text', answerOf('AAAA')],
  ['nothing', null],
])('an answer with %s is an engine failure', async (_, answer) => {
  await expect(answering(answer).read('text', never)).rejects.toMatchObject({
    kind: 'engine-failed',
  });
});

test('a text that does not fit is a context overflow; a crash loses the engine', async () => {
  const long = new Error('request (5031 tokens) exceeds the available context size (4096 tokens)');
  await expect(answering(long).read('t', never)).rejects.toMatchObject({
    kind: 'context-overflow',
  });
  const log: unknown[] = [];
  const crash = answering(new Error('memory access out of bounds'), log).read('t', never);
  await expect(crash).rejects.toMatchObject({ kind: 'engine-lost' });
  expect(log).toHaveLength(2);
});

test('the model starts afresh when its texts’ states have filled the budget', async () => {
  const log: unknown[] = [];
  const states = answering(answerOf([3, 4]), log);
  for (let call = 0; call < 4; call += 1) await states.read('text', never);
  expect(log.map((one) => (one === 'restart' ? one : 'read'))).toEqual([
    'read',
    'read',
    'restart',
    'read',
    'read',
  ]);
});

const MANIFEST = {
  version: 1,
  model: 'Small',
  licence: 'Apache-2.0',
  webllm: { weights: 'w/', library: 'l.wasm', bytes: 1 },
  wllama: { gguf: 'small.gguf', bytes: 1, sha256: 'abc' },
};

test('backbones come from the page’s own model, an address or files', async () => {
  const fetch = () => Promise.resolve(Response.json(MANIFEST));
  const world = { fetch, baseUrl: 'https://page.test/' };
  const embedded = { kind: 'embedded', engine: 'wllama' } as const;
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
