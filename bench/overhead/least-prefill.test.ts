import { expect, test } from 'vitest';
import { DEFAULT_SAMPLING } from '../../src/core/index.ts';
import { prefillOf, type SharedTokens } from './least-prefill.ts';
import type { Call } from './page-run.ts';

/** A call whose prompt and answer have a token for each letter. */
function call(prompt: string, cached: number | null, answer = ''): Call {
  return {
    name: prompt,
    request: {
      messages: [
        { role: 'user', content: prompt },
        { role: 'assistant', content: prompt.slice(2) },
      ],
      sampling: DEFAULT_SAMPLING,
      seed: 1,
    },
    text: answer,
    usage: {
      promptTokens: prompt.length,
      cachedPromptTokens: cached,
      completionTokens: answer.length,
    },
    seconds: 1,
  };
}

const compared: string[] = [];

const sharedLetters: SharedTokens = (earlier, later) => {
  compared.push(`${earlier.name} ${later.name}`);
  const letters = earlier.name.split('');
  const parting = letters.findIndex((letter, place) => letter !== later.name[place]);
  return Promise.resolve(parting === -1 ? letters.length : parting);
};

test('shared beginnings count once, in whatever order the prompts were sent', async () => {
  const calls = [call('abcd', 0), call('ab', 2), call('abxyz', 2), call('q', 0)];
  const { sent, read, trie, repeats } = await prefillOf(calls, sharedLetters);
  expect({ sent, read, trie, repeats }).toEqual({ sent: 12, read: 8, trie: 8, repeats: 0 });
});

test('a prompt that was sent before costs the one token that is read again', async () => {
  const calls = [call('abcd', 0), call('abcd', 3), call('abcd', 3)];
  const { read, trie, repeats } = await prefillOf(calls, sharedLetters);
  expect({ read, trie, repeats }).toEqual({ read: 6, trie: 4, repeats: 2 });
});

test('what a prompt quotes of an answer was in the cache, all but its last token', async () => {
  const calls = [call('ab', 0, 'xyz'), call('ab', 1, 'other'), call('abxyz', 4)];
  expect((await prefillOf(calls, sharedLetters)).quoted).toBe(2);
});

test('a prompt that holds the longest before it is compared with no other', async () => {
  compared.length = 0;
  await prefillOf([call('a', 0), call('ab', 0), call('abc', 0)], sharedLetters);
  expect(compared).toEqual(['a ab', 'ab abc']);
});

test('an engine that says nothing of its cache leaves what was read unknown', async () => {
  expect((await prefillOf([call('ab', null)], sharedLetters)).read).toBeNull();
});
