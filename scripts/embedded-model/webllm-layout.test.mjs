// @ts-check
import { expect, test } from 'vitest';
import {
  packEmbeddingBytes,
  packEmbeddingScales,
  packNibbles,
  packScales,
  sourceRow,
} from './webllm-layout.mjs';

/**
 * A Q4_1 block whose weights 0..31 are the given nibbles.
 * @param {number[]} scales four bytes
 * @param {number[]} nibbles thirty-two
 */
function block(scales, nibbles) {
  const bytes = Array.from(
    { length: 16 },
    (_, j) => (nibbles[j] ?? 0) | ((nibbles[j + 16] ?? 0) << 4),
  );
  return [...scales, ...bytes];
}

const counting = Array.from({ length: 32 }, (_, index) => index % 16);
const sevens = Array.from({ length: 32 }, () => 7);

test('nibbles go eight to a word, first lowest, one output row a column', () => {
  const matrix = {
    blocks: Uint8Array.from([...block([1, 2, 3, 4], counting), ...block([5, 6, 7, 8], sevens)]),
    rows: 2,
    columns: 32,
  };
  expect([...packNibbles([matrix])]).toEqual([
    ...[0x76543210, 0x77777777],
    ...[0xfedcba98, 0x77777777],
    ...[0x76543210, 0x77777777],
    ...[0xfedcba98, 0x77777777],
  ]);
  expect([...packScales([matrix])]).toEqual([0x04030201, 0x08070605]);
});

test('stacked matrices lie side by side', () => {
  const first = { blocks: Uint8Array.from(block([1, 0, 0, 0], sevens)), rows: 1, columns: 32 };
  const second = { blocks: Uint8Array.from(block([2, 0, 0, 0], counting)), rows: 1, columns: 32 };
  expect([...packScales([first, second])]).toEqual([1, 2]);
  expect([...packNibbles([first, second])].slice(0, 2)).toEqual([0x77777777, 0x76543210]);
});

test("each head's interleaved halves are put apart again", () => {
  expect([0, 1, 2, 3, 4, 5].map((row) => sourceRow(row, 6))).toEqual([0, 2, 4, 1, 3, 5]);
  expect([4, 5, 6, 7].map((row) => sourceRow(row, 4))).toEqual([4, 6, 5, 7]);
  const rows = [10, 11, 12, 13].flatMap((scale) => block([scale, 0, 0, 0], sevens));
  const matrix = { blocks: Uint8Array.from(rows), rows: 4, columns: 32, heads: 1 };
  expect([...packScales([matrix])]).toEqual([10, 12, 11, 13]);
});

test('embedding bytes are moved to 0..255 and their scales widened', () => {
  const signed = Array.from({ length: 32 }, (_, index) => [0, 1, 127, 128, 255][index] ?? 0);
  const blocks = Uint8Array.from([0x00, 0x3c, ...signed]);
  const words = packEmbeddingBytes(blocks, 1, 32);
  expect([...words].slice(0, 3)).toEqual([0x00ff8180, 0x8080807f, 0x80808080]);
  expect([...packEmbeddingScales(blocks, 1, 32)]).toEqual([1]);
});
