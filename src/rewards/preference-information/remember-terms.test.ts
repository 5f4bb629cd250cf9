import { describe, expect, it } from 'vitest';
import type { ScoreTextRequest, TextScorer } from '../../core/index.ts';
import { rememberTerms } from './remember-terms.ts';

const { signal } = new AbortController();

/** A token for each word, and the texts that were read. */
function countingScorer(): { readonly scorer: TextScorer; readonly read: string[] } {
  const read: string[] = [];
  const scorer: TextScorer = {
    scoreText({ text }) {
      read.push(text);
      const tokens = text.split(' ').map((word) => ({ text: word, logProbability: -1 }));
      const usage = { promptTokens: 0, cachedPromptTokens: null, completionTokens: tokens.length };
      return Promise.resolve({ tokens, usage });
    },
  };
  return { scorer, read };
}

const asking = (text: string): ScoreTextRequest => ({ messages: [], text });

describe('rememberTerms', () => {
  it('shares what a text scorer has read among all who read with it, and with no other', async () => {
    const { scorer, read } = countingScorer();
    const first = await rememberTerms(scorer).scoreText(asking('one'), signal);
    const again = await rememberTerms(scorer).scoreText(asking('one'), signal);
    expect(again).toEqual({ ...first, remembered: true });
    expect(read).toEqual(['one']);
    const other = countingScorer();
    await rememberTerms(other.scorer).scoreText(asking('one'), signal);
    expect(other.read).toEqual(['one']);
  });

  it('forgets the oldest beyond so many tokens', async () => {
    const { scorer, read } = countingScorer();
    const remembering = rememberTerms(scorer, 3);
    for (const text of ['one', 'two words', 'three', 'three', 'two words', 'one']) {
      await remembering.scoreText(asking(text), signal);
    }
    expect(read).toEqual(['one', 'two words', 'three', 'one']);
  });

  it('reads and counts a term once that two have asked for at the same time', async () => {
    const { scorer, read } = countingScorer();
    const remembering = rememberTerms(scorer, 3);
    const both = await Promise.all(
      ['two words', 'two words'].map((text) => remembering.scoreText(asking(text), signal)),
    );
    expect(both.map(({ remembered }) => remembered)).toEqual([false, true]);
    await remembering.scoreText(asking('one'), signal);
    await remembering.scoreText(asking('two words'), signal);
    expect(read).toEqual(['two words', 'one']);
  });

  it('reads a term for who waited where the reading of another was stopped or failed', async () => {
    const { scorer, read } = countingScorer();
    const first = new AbortController();
    const hangs: TextScorer = {
      scoreText: (request, asked) =>
        asked === first.signal
          ? new Promise((_, reject) => {
              asked.addEventListener('abort', () => {
                reject(new Error('stopped'));
              });
            })
          : scorer.scoreText(request, asked),
    };
    const remembering = rememberTerms(hangs);
    const stopped = remembering.scoreText(asking('one'), first.signal);
    const waiting = [1, 2].map(() => remembering.scoreText(asking('one'), signal));
    first.abort();
    await expect(stopped).rejects.toThrow('stopped');
    const told = await Promise.all(waiting);
    expect(told.map(({ remembered }) => remembered)).toEqual([false, true]);
    expect(read).toEqual(['one']);
  });

  it('lets who waits stop waiting', async () => {
    const never: TextScorer = { scoreText: () => new Promise(() => undefined) };
    const remembering = rememberTerms(never);
    void remembering.scoreText(asking('one'), signal);
    const second = new AbortController();
    const waiting = remembering.scoreText(asking('one'), second.signal);
    const reason = new Error('enough');
    second.abort(reason);
    await expect(waiting).rejects.toBe(reason);
  });
});
