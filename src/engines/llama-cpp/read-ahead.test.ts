import { expect, test } from 'vitest';
import { readAhead } from './read-ahead.ts';

const BLOCK = 2 ** 20;

/** A file of three blocks whose bytes tell their place; `log` says what was read of it. */
function fileOf(size: number) {
  const log: (readonly [number, number])[] = [];
  const stream = { node: { contents: new Blob([]) } };
  const read = readAhead((_, heap, offset, length, position) => {
    const count = Math.max(0, Math.min(length, size - position));
    for (let at = 0; at < count; at += 1) heap[offset + at] = (position + at) % 251;
    log.push([position, count]);
    return count;
  });
  const bytes = (length: number, position: number): number[] => {
    const heap = new Uint8Array(length + 1);
    return [...heap.subarray(1, 1 + read(stream, heap, 1, length, position))];
  };
  return { bytes, log };
}

const expected = (length: number, position: number): number[] =>
  Array.from({ length }, (_, at) => (position + at) % 251);

test('small readings are served from one large one', () => {
  const { bytes, log } = fileOf(3 * BLOCK);
  expect(bytes(10, 5)).toEqual(expected(10, 5));
  expect(bytes(10, 1000)).toEqual(expected(10, 1000));
  expect(bytes(10, 0)).toEqual(expected(10, 0));
  expect(log).toEqual([
    [5, BLOCK],
    [0, BLOCK],
  ]);
});

test('a large reading goes straight to its place', () => {
  const { bytes, log } = fileOf(3 * BLOCK);
  expect(bytes(BLOCK, 7)).toEqual(expected(BLOCK, 7));
  expect(log).toEqual([[7, BLOCK]]);
});

test('the end of the file is the end', () => {
  const { bytes } = fileOf(100);
  expect(bytes(10, 95)).toEqual(expected(5, 95));
  expect(bytes(10, 100)).toEqual([]);
});
