import { expect, test } from 'vitest';
import { createAnswerText } from './answer-text.ts';

/** Tokens are bytes. */
const decode = (tokens: readonly number[]): string =>
  new TextDecoder().decode(Uint8Array.from(tokens));
const bytes = (text: string): readonly number[] => [...new TextEncoder().encode(text)];

function write(text: string, stopTexts: readonly string[] = []) {
  const answer = createAnswerText(decode, stopTexts);
  const shown: string[] = [];
  for (const token of bytes(text)) {
    if (answer.stopped) break;
    shown.push(answer.add(token));
  }
  return { shown, stopped: answer.stopped, rest: answer.rest() };
}

test('a character of several tokens shows with the last of them', () => {
  expect(write('aé😊b').shown).toEqual(['a', '', 'é', '', '', '', '😊', 'b']);
});

test('a stop text ends the answer and is no part of it', () => {
  expect(write('ab<end>cd', ['<end>'])).toMatchObject({ stopped: true, rest: '' });
  expect(write('ab<end>cd', ['<end>']).shown.join('')).toBe('ab');
});

test('what may become a stop text is held back until it is known', () => {
  expect(write('a<b', ['<end>'])).toEqual({ shown: ['a', '', '<b'], stopped: false, rest: '' });
  expect(write('a<e', ['<end>'])).toEqual({ shown: ['a', '', ''], stopped: false, rest: '<e' });
});

test('a character cut off at the end is left out', () => {
  const answer = createAnswerText(decode, []);
  expect(answer.add(0xe6)).toBe('');
  expect(answer.rest()).toBe('');
});
