// @ts-check
import { expect, test } from 'vitest';
import {
  halfToNumber,
  numberToHalf,
  requantiseQ41AsQ80,
  tensorBytes,
} from './quantised-blocks.mjs';

/** d = 1 and m = -2; the low halves are the first sixteen weights. */
const SCALES = [0x00, 0x3c, 0x00, 0xc0];
const NIBBLES = [0x10, 0x32, 0x54, 0x76, 0x98, 0xba, 0xdc, 0xfe, 1, 2, 3, 4, 5, 6, 7, 8];

test('a Q4_1 block written as Q8_0 has the same weights, to a 254th of the largest', () => {
  const requantised = requantiseQ41AsQ80(Uint8Array.from([...SCALES, ...NIBBLES]));
  const bytes = new DataView(requantised.buffer);
  const step = halfToNumber(bytes.getUint16(0, true));
  const weights = Array.from({ length: 32 }, (_, place) => bytes.getInt8(2 + place) * step);
  const expected = [...NIBBLES.map((byte) => byte & 15), ...NIBBLES.map((byte) => byte >> 4)];
  for (const [place, nibble] of expected.entries()) {
    expect(Math.abs((weights[place] ?? NaN) - (nibble - 2))).toBeLessThanOrEqual(13 / 254 + 0.001);
  }
});

test('a block of zeros stays one, and two blocks are written one after the other', () => {
  const zeros = Array(20).fill(0);
  const two = requantiseQ41AsQ80(Uint8Array.from([...zeros, ...SCALES, ...NIBBLES]));
  expect([...two.subarray(0, 34)]).toEqual(Array(34).fill(0));
  const alone = requantiseQ41AsQ80(Uint8Array.from([...SCALES, ...NIBBLES]));
  expect([...two.subarray(34)]).toEqual([...alone]);
});

test('every half is its own nearest half, and ties go to the even one', () => {
  for (let bits = 0; bits < 0x7c00; bits++) expect(numberToHalf(halfToNumber(bits))).toBe(bits);
  expect(numberToHalf(1 + 2 ** -11)).toBe(0x3c00);
  expect(numberToHalf(1 + 3 * 2 ** -11)).toBe(0x3c02);
  expect(numberToHalf(2 - 2 ** -12)).toBe(0x4000);
  expect(numberToHalf(1e6)).toBe(0x7bff);
});

test('half a block is refused', () => {
  expect(() => requantiseQ41AsQ80(new Uint8Array(30))).toThrow('whole number');
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
  expect(tensorBytes({ type: 8, dimensions: [576, 49152] })).toBe(30081024);
});
