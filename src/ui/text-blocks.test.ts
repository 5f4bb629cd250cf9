import fc from 'fast-check';
import { expect, it } from 'vitest';
import { textBlocks } from './text-blocks.ts';

it('leaves a short text whole', () => {
  expect(textBlocks('')).toEqual(['']);
  expect(textBlocks('A short answer.')).toEqual(['A short answer.']);
});

it('cuts after lines, then after words, and never through a character', () => {
  const line = `${'x'.repeat(1_500)}\n`;
  expect(textBlocks(line + line)).toEqual([line, line]);
  expect(textBlocks('word '.repeat(500)).map((block) => block.at(-1))).toEqual([' ', ' ']);
  const [first] = textBlocks(`x${'🌍'.repeat(1_500)}`);
  expect(first).not.toMatch(/[\uD800-\uDBFF]$/);
});

it('loses nothing, and makes no block longer than it may be', () => {
  const piece = fc.constantFrom('\n', ' ', 'word', 'א ', '🌍', 'x'.repeat(700), '\ud83d');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const blocks = textBlocks(pieces.join(''));
      expect(blocks.join('')).toBe(pieces.join(''));
      expect(Math.max(...blocks.map((block) => block.length))).toBeLessThanOrEqual(2_000);
    }),
  );
});
