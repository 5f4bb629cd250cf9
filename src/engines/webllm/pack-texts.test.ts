import { expect, test } from 'vitest';
import { packTexts } from './pack-texts.ts';

const text = (running: string, length: number, read = 0) => ({
  running,
  read,
  tokens: Array.from({ length }, (_, place) => place),
});

const packed = (...texts: ReturnType<typeof text>[]): readonly string[] =>
  packTexts(texts, 8).map(({ running, tokens }) => `${running}: ${tokens.join(' ')}`);

test('texts go together as far as they fit, in their order', () => {
  expect(packed(text('a', 3), text('b', 4), text('c', 2))).toEqual(['a: 0 1 2', 'b: 0 1 2 3']);
});

test('a text that does not fit goes alone, in pieces that depend on nothing else', () => {
  expect(packed(text('a', 3), text('b', 10))).toEqual(['b: 0 1 2 3 4 5 6 7']);
  expect(packed(text('a', 3), text('b', 10, 8))).toEqual(['b: 8 9']);
});

test('a single token goes alone', () => {
  expect(packed(text('a', 3), text('b', 1))).toEqual(['b: 0']);
});

test('nothing is packed of nothing', () => {
  expect(packed()).toEqual([]);
});
