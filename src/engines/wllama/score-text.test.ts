import { expect, test } from 'vitest';
import type { LlamaServer } from './llama-server.ts';
import { readChunk } from './read-chunk.ts';
import { createTextScorer } from './score-text.ts';

const never = new AbortController().signal;
const UNWRITABLE = new Error('Invalid typed array length: 1163217991');
const messages = [{ role: 'user', content: 'Hi?' }] as const;

/** A model whose tokens are code points, but that splits the emoji in two, and can't write its parts down. */
function fakeServer({ firstToken = '', spaceBefore = false } = {}) {
  const log: Record<string, unknown>[] = [];
  const idsOf = (text: string): number[] =>
    Array.from(text).flatMap((one) => (one === '😊' ? [1, 2] : [one.codePointAt(0) ?? 0]));
  const answer = (prompt: string, call: Record<string, unknown>): Promise<void> => {
    log.push({ ...call, prompt });
    const onData = call.onData as (chunk: unknown) => void;
    const text = (call.reasoning_budget_end_tags as string[] | undefined)?.[0];
    if (text !== undefined) {
      for (const one of Array.from(spaceBefore ? ` ${text}` : text)) {
        if (one === '😊') return Promise.reject(UNWRITABLE);
        const content = [{ id: one.codePointAt(0), token: one, logprob: -1 }];
        onData({ choices: [{ text: one, logprobs: { content } }] });
      }
    }
    const biases = (call.logit_bias ?? []) as readonly (readonly [string, number])[];
    const logit_bias = biases.flatMap(([words, bias]) =>
      idsOf(spaceBefore ? ` ${words}` : words).map((token) => ({ token, bias })),
    );
    const generation_settings = { generation_prompt: 'A:', logit_bias };
    onData({ choices: [{}], __verbose: { prompt, generation_settings } });
    const promptTokens = idsOf(prompt).length;
    onData({ choices: [], usage: { prompt_tokens: promptTokens, completion_tokens: 1 } });
    return Promise.resolve();
  };
  const server = {
    mustAddBosToken: () => firstToken !== '',
    createChatCompletion: (call: Record<string, unknown>) => answer(`${firstToken}U:Hi?A:`, call),
    createCompletion: (call: Record<string, unknown>) =>
      answer(`${firstToken}${String(call.prompt)}`, call),
  };
  return { log, server: server as unknown as LlamaServer };
}

async function score(fake: ReturnType<typeof fakeServer>, text: string, chat = true) {
  const scorer = createTextScorer({ server: fake.server, contextTokens: 40 });
  return await scorer.scoreText({ messages: chat ? messages : [], text }, never);
}

test('a text is told token by token', async () => {
  const { tokens, usage } = await score(fakeServer(), 'Yes');
  expect(tokens).toEqual(['Y', 'e', 's'].map((text) => ({ text, logProbability: -1 })));
  expect(usage).toMatchObject({ promptTokens: 7, completionTokens: 3 });
});

test('tokens that can’t be written down have no figure, and what follows has', async () => {
  const { tokens } = await score(fakeServer(), 'a😊b😊');
  expect(tokens.map(({ text, logProbability }) => [text, logProbability])).toEqual([
    ['a', -1],
    ['', null],
    ['😊', null],
    ['b', -1],
    ['', null],
    ['😊', null],
  ]);
});

test('a first token that llama.cpp adds by itself is not written into the prompt', async () => {
  const fake = fakeServer({ firstToken: '<s>' });
  expect((await score(fake, 'Yes')).tokens).toHaveLength(3);
  expect(fake.log.at(-1)?.prompt).toBe('<s>U:Hi?A:');
});

test('without messages the prompt is what opens the assistant’s turn', async () => {
  const fake = fakeServer({ firstToken: '<s>' });
  const { usage } = await score(fake, 'Yes', false);
  expect(fake.log.at(-1)?.prompt).toBe('<s>A:');
  expect(usage.promptTokens).toBe(5);
});

test('a space that the tokenizer puts before a text is taken off', async () => {
  const { tokens } = await score(fakeServer({ spaceBefore: true }), 'Yes');
  expect(tokens.map(({ text }) => text)).toEqual(['', 'Y', 'e', 's']);
});

test('a text that doesn’t fit is an overflow, with both sizes', async () => {
  const scoring = score(fakeServer(), 'a'.repeat(33));
  await expect(scoring).rejects.toThrow(/^Prompt and text are 40 .* 40, /);
});

test('the likeliest tokens are read where they are asked for', () => {
  const top = [
    { token: 'a', logprob: 0.0000001 },
    { token: 'b', logprob: -20 },
    { token: 'c', logprob: null },
  ];
  const content = [{ id: 7, token: 'a', logprob: -0.1, top_logprobs: top }];
  const chunk = { choices: [{ delta: { content: 'a' }, logprobs: { content } }] };
  expect(readChunk(chunk).tokens).toEqual([{ text: 'a', logProbability: -0.1 }]);
  expect(readChunk(chunk, 3).tokens[0]?.topLogProbabilities).toEqual([
    { text: 'a', logProbability: 0 },
    { text: 'b', logProbability: -20 },
  ]);
});
