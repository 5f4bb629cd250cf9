import type { Wllama } from '@wllama/wllama';
import { expect, test } from 'vitest';
import { createScriptedPolicy } from '../scripted/scripted-policy.ts';
import { ask, readAnswer } from '../testing/policy-contract.ts';
import { explainGenerationFailure } from './generation-failures.ts';
import { explainDownloadFailure, explainStartFailure } from './gguf-failures.ts';
import { createMemoryBudget, stateBytesPerToken } from './memory-budget.ts';
import { readChunk } from './read-chunk.ts';
import { createWllamaPolicy } from './wllama-policy.ts';

test.each([
  [new Error('Failed to fetch https://hub.org/m.gguf: HTTP 404'), 'weights-not-found'],
  [new TypeError('Failed to fetch'), 'connection-lost'],
  [new TypeError('network error'), 'connection-lost'],
  [new DOMException('The quota has been exceeded.', 'QuotaExceededError'), 'storage-full'],
  [new Error('Invalid model URL: x; URL must ends with ".gguf"'), 'not-a-model'],
  [new Error('something else'), 'load-failed'],
])('a download that failed is explained: %s', (error, kind) => {
  expect(explainDownloadFailure(error, 'https://hub.org/m.gguf').kind).toBe(kind);
});

test('a start that failed is explained in llama.cpp’s words', () => {
  const error = new Error('the model did not load');
  expect(explainStartFailure(error, ['ggml: failed to allocate buffer']).kind).toBe(
    'out-of-memory',
  );
  const damaged = explainStartFailure(error, ['failed to read key-value pairs', 'srv: failed']);
  expect(damaged.kind).toBe('load-failed');
  expect(damaged.message).toContain('failed to read key-value pairs');
});

test.each([
  ['request (5031 tokens) exceeds the available context size (4096 tokens)', 'context-overflow'],
  ['(ABORT) out of memory', 'engine-lost'],
  ['memory access out of bounds', 'engine-lost'],
  ['anything', 'engine-failed'],
])('a call that failed is explained: %s', (words, kind) => {
  expect(explainGenerationFailure(new Error(words)).kind).toBe(kind);
});

test('a chunk is read; what is missing or of another kind counts as not said', () => {
  const token = { token: ' Gra', logprob: -1.75, bytes: [32], top_logprobs: [] };
  expect(
    readChunk({
      choices: [
        { delta: { content: ' Gra' }, finish_reason: null, logprobs: { content: [token] } },
      ],
    }),
  ).toEqual({
    text: ' Gra',
    tokens: [{ text: ' Gra', logProbability: -1.75 }],
    finishReason: null,
    usage: null,
  });
  expect(
    readChunk({
      choices: [],
      usage: {
        prompt_tokens: 34,
        completion_tokens: 5,
        prompt_tokens_details: { cached_tokens: 24 },
      },
    }).usage,
  ).toEqual({ promptTokens: 34, completionTokens: 5, cachedPromptTokens: 24 });
  const nothing = { text: '', tokens: [], finishReason: null, usage: null };
  for (const hostile of [null, 7, [], {}, { choices: [{ delta: 3, logprobs: [] }], usage: -1 }]) {
    expect(readChunk(hostile)).toEqual(nothing);
  }
});

test('the state of a token is measured from the model’s shape', () => {
  const smol = {
    n_layer: 30,
    n_embd: 576,
    metadata: {
      'general.architecture': 'llama',
      'llama.attention.head_count': '9',
      'llama.attention.head_count_kv': '3',
    },
  };
  expect(stateBytesPerToken(smol)).toBe(23_040);
  expect(stateBytesPerToken({ ...smol, metadata: {} })).toBe(69_120);
});

test('a model starts afresh when its prompts’ states have filled the budget, and answers the same', async () => {
  const log: string[] = [];
  const wllama = {
    createChatCompletion: ({ onData }: { onData: (chunk: unknown) => void }) => {
      log.push('answer');
      onData({ choices: [{ delta: {}, finish_reason: 'stop' }] });
      onData({ choices: [], usage: { prompt_tokens: 60, completion_tokens: 0 } });
      return Promise.resolve();
    },
  };
  const policy = createWllamaPolicy({
    wllama: wllama as unknown as Wllama,
    description: createScriptedPolicy(() => ({ kind: 'answer', pieces: [] })).description,
    budget: createMemoryBudget(10, 1000),
    restart: () => Promise.resolve(void log.push('restart')),
    loseEngine: (message) => log.push(message),
  });
  for (let call = 0; call < 4; call += 1) await readAnswer(policy, ask('One?'));
  expect(log).toEqual(['answer', 'answer', 'restart', 'answer', 'answer']);
});
