// @ts-check
import { expect, test } from 'vitest';
import { halfToNumber, relayQ41AsQ51, tensorBytes } from './quantised-blocks.mjs';

test('a Q4_1 block keeps its scale, minimum and nibbles as Q5_1, with zero high bits', () => {
  const scales = [0x00, 0x3c, 0x00, 0xc0];
  const nibbles = [0x10, 0x32, 0x54, 0x76, 0x98, 0xba, 0xdc, 0xfe, 1, 2, 3, 4, 5, 6, 7, 8];
  const two = Uint8Array.from([...scales, ...nibbles, ...scales.toReversed(), ...nibbles]);
  expect([...relayQ41AsQ51(two)]).toEqual([
    ...[...scales, 0, 0, 0, 0, ...nibbles],
    ...[...scales.toReversed(), 0, 0, 0, 0, ...nibbles],
  ]);
});

test('half a block is refused', () => {
  expect(() => relayQ41AsQ51(new Uint8Array(30))).toThrow('whole number');
});

test('halves: normal, subnormal, zero, infinite', () => {
  expect(halfToNumber(0x3c00)).toBe(1);
  expect(halfToNumber(0xc000)).toBe(-2);
  expect(halfToNumber(0x3555)).toBe(0.333251953125);
  expect(halfToNumber(0x0001)).toBe(2 ** -24);
  expect(halfToNumber(0x8000)).toBe(-0);
  expect(halfToNumber(0x7c00)).toBe(Infinity);
});

test('sizes of tensors', () => {
  expect(tensorBytes({ type: 0, dimensions: [576] })).toBe(2304);
  expect(tensorBytes({ type: 3, dimensions: [576, 192] })).toBe(69120);
  expect(tensorBytes({ type: 7, dimensions: [576, 192] })).toBe(82944);
  expect(tensorBytes({ type: 8, dimensions: [576, 49152] })).toBe(30081024);
});
