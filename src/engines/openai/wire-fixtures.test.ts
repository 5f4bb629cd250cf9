import { readFileSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import { ThoughtReader, type SampledToken, type ServerAbilities } from '../../core/index.ts';
import { ask, readAnswer, type Answer } from '../testing/policy-contract.ts';
import { openServerPolicy } from './open-server.ts';
import { ABLE } from './testing/able-server.ts';
import { createHandClock } from './testing/hand-clock.ts';
import { startWireServer, type WireServer } from './testing/wire-server.ts';

const ANY: ServerAbilities = {
  ...ABLE,
  ...{ software: null, answersAs: null, contextTokens: null, forcedDecoding: 'none' },
};

const open: WireServer[] = [];
afterEach(() => Promise.all(open.splice(0).map((server) => server.close())));

/** Few enough that characters and events are cut anywhere. */
const BYTES_AT_ONCE = 7;

/** What a server once streamed, read as it would be now. */
async function replayed(name: string): Promise<Answer> {
  const bytes = readFileSync(new URL(`./testing/wire/${name}.txt`, import.meta.url));
  const pieces = Array.from({ length: Math.ceil(bytes.length / BYTES_AT_ONCE) }, (_, place) =>
    bytes.subarray(place * BYTES_AT_ONCE, (place + 1) * BYTES_AT_ONCE),
  );
  const server = await startWireServer(() => ({
    headers: { 'Content-Type': 'text/event-stream' },
    pieces,
  }));
  open.push(server);
  const clock = createHandClock();
  const world = { fetch, pauses: clock, now: clock.now, page: null };
  const place = { kind: 'model-server', url: server.address, model: 'any', inFlight: 1 } as const;
  const policy = openServerPolicy({ ...place, abilities: ANY }, () => null, world);
  return readAnswer(policy, { ...ask('Name a fruit.'), topLogProbabilities: 2 });
}

const figures = (tokens: readonly SampledToken[]) =>
  tokens.map(({ text, logProbability }) => [text, logProbability]);

it('reads OpenAI’s: a character of two tokens, usage behind the end', async () => {
  const { text, tokens, finishReason, usage } = await replayed('openai');
  expect([text, finishReason]).toEqual(['Figs 😊', 'stop']);
  expect(figures(tokens)).toEqual([
    ['Figs', -0.0031],
    [' ', -0.5],
    ['😊', -0.01],
  ]);
  expect(tokens[0]?.topLogProbabilities).toEqual([
    { text: 'Figs', logProbability: -0.0031 },
    { text: 'Pear', logProbability: -6.2 },
  ]);
  expect(usage).toEqual({ promptTokens: 13, cachedPromptTokens: 0, completionTokens: 4 });
});

it('reads SGLang’s: thoughts apart from the answer, tokens of the cache', async () => {
  const { text, tokens, finishReason, usage } = await replayed('sglang');
  expect([text, finishReason]).toEqual(['<think>A fruit.</think>Figs', 'length']);
  const reader = new ThoughtReader<SampledToken>();
  const first = reader.add(text, tokens);
  expect([first.thoughts, first.text, reader.thoughts?.text]).toEqual([
    'A fruit.',
    'Figs',
    'A fruit.',
  ]);
  expect(figures(first.tokens)).toEqual([['Figs', -0.4]]);
  expect(usage).toEqual({ promptTokens: 20, cachedPromptTokens: 16, completionTokens: 4 });
});

it('reads Ollama’s: no log-probabilities, no word of a cache', async () => {
  const { text, tokens, finishReason, usage } = await replayed('ollama');
  expect([text, finishReason]).toEqual(['Figs are 日本', 'stop']);
  expect(figures(tokens)).toEqual([
    ['Figs', null],
    [' are', null],
    [' 日本', null],
  ]);
  expect(usage).toEqual({ promptTokens: 31, cachedPromptTokens: null, completionTokens: 4 });
});

it('reads vLLM’s: several tokens in one event, the last in the event that ends it', async () => {
  const { text, tokens, finishReason, usage } = await replayed('vllm');
  expect([text, finishReason]).toEqual(['Alef is a fruit', 'length']);
  expect(tokens.map((token) => token.text)).toEqual(['A', 'le', 'f', ' is', ' a', ' fruit']);
  expect(tokens[2]).toEqual({
    text: 'f',
    logProbability: -2.065164089202881,
    topLogProbabilities: [
      { text: 'f', logProbability: -2.065164089202881 },
      { text: 'k', logProbability: -2.065164089202881 },
    ],
  });
  expect(usage).toEqual({ promptTokens: 38, cachedPromptTokens: null, completionTokens: 6 });
});

it('reads vLLM’s end of a turn as no part of the answer', async () => {
  const { text, tokens, finishReason, usage } = await replayed('vllm-stop');
  expect([text, finishReason, tokens.length, usage.completionTokens]).toEqual([
    'Hi.',
    'stop',
    2,
    3,
  ]);
});

it('reads llama.cpp’s: a beginning without content, tokens of the cache', async () => {
  const { text, tokens, finishReason, usage } = await replayed('llama-cpp');
  expect([text, finishReason]).toEqual(['Aleké: Aleké is a fruit', 'length']);
  expect(tokens.map((token) => token.text).join('')).toBe(text);
  expect(tokens[0]).toMatchObject({ text: 'A', logProbability: -1.718229055404663 });
  expect(usage).toEqual({ promptTokens: 38, cachedPromptTokens: 0, completionTokens: 12 });
});
