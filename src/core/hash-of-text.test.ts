import { expect, it } from 'vitest';
import { hashOfText } from './hash-of-text.ts';

it('draws a whole number of 32 bits that depends on every unit and on their order', () => {
  const hashes = ['', 'a', 'b', 'ab', 'ba', 'a\u0000', '\u{1f600}', '\ud83d'].map(hashOfText);
  expect(new Set(hashes).size).toBe(hashes.length);
  for (const hash of hashes) expect(hash).toBe(hash >>> 0);
});

it('is the same in every process: which rows are held out hangs on it', () => {
  expect(hashOfText('What are the benefits of walking every day?')).toBe(1484546894);
});
