import { describe, expect, it } from 'vitest';
import type { GenerationChunk } from '../../core/index.ts';
import { isUnwritableToken } from './generation-failures.ts';
import { restOf } from './rest-of-answer.ts';

const FINISH: GenerationChunk = {
  type: 'generation-finished',
  finishReason: 'stop',
  usage: { promptTokens: 5, cachedPromptTokens: 4, completionTokens: 3 },
};

async function* answerOf(...texts: string[]): AsyncGenerator<GenerationChunk> {
  for (const text of texts) {
    yield await Promise.resolve({ type: 'text-added', text, tokens: [] });
  }
  yield FINISH;
}

async function restOfAnswer(told: string, ...texts: string[]): Promise<GenerationChunk[]> {
  const chunks: GenerationChunk[] = [];
  for await (const chunk of restOf(answerOf(...texts), told)) chunks.push(chunk);
  return chunks;
}

describe('the rest of an answer that is told again', () => {
  it('begins where the first telling broke off, in the middle of a chunk too', async () => {
    const rest = await restOfAnswer('Hi! ', 'Hi', '! 😊', ' Bye');
    expect(rest).toEqual([
      { type: 'text-added', text: '😊', tokens: [{ text: '😊', logProbability: null }] },
      { type: 'text-added', text: ' Bye', tokens: [{ text: ' Bye', logProbability: null }] },
      FINISH,
    ]);
  });

  it('is refused where it is another answer, or a shorter one', async () => {
    await expect(restOfAnswer('Hi! ', 'Hello')).rejects.toThrow('began another');
    await expect(restOfAnswer('Hi! ', 'Hi')).rejects.toThrow('began another');
  });
});

describe('a token that llama.cpp cannot write', () => {
  it('is told by the length that the wrapper misreads', () => {
    expect(isUnwritableToken(new Error('Invalid typed array length: 1163217991'))).toBe(true);
    expect(isUnwritableToken(new Error('Invalid typed array length: 3'))).toBe(false);
  });
});
