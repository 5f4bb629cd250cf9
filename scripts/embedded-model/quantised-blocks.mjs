// @ts-check
/**
 * The quantised blocks of llama.cpp that SmolLM2's file holds. Each row of a weight matrix is cut into
 * blocks of 32 weights; "fp16" is an IEEE half, all little-endian.
 *
 *   Q4_1, 20 bytes: d fp16, m fp16, 16 bytes of nibbles      weight = nibble * d + m
 *   Q5_1, 24 bytes: d fp16, m fp16, 4 bytes qh, 16 of nibbles  weight = (nibble + 16 * high bit) * d + m
 *   Q8_0, 34 bytes: d fp16, 32 signed bytes                  weight = byte * d
 *
 * Nibble order, the same in Q4_1 and Q5_1: the low half of byte j is weight j, the high half is
 * weight j + 16. In qh, bit j is the fifth bit of weight j.
 */
import { TENSOR_TYPE } from './gguf-header.mjs';

export const WEIGHTS_PER_BLOCK = 32;
export const Q4_1_BLOCK_BYTES = 20;
export const Q5_1_BLOCK_BYTES = 24;
export const Q8_0_BLOCK_BYTES = 34;
/** d and m together, at the start of a Q4_1 or Q5_1 block. */
export const SCALES_BYTES = 4;

/**
 * @param {{ type: number, dimensions: number[] }} tensor
 * @returns {number} bytes of the tensor, without padding
 */
export function tensorBytes({ type, dimensions }) {
  const weights = dimensions.reduce((product, dimension) => product * dimension, 1);
  const blocks = weights / WEIGHTS_PER_BLOCK;
  if (type === TENSOR_TYPE.F32) return weights * 4;
  if (type === TENSOR_TYPE.Q4_1) return blocks * Q4_1_BLOCK_BYTES;
  if (type === TENSOR_TYPE.Q5_1) return blocks * Q5_1_BLOCK_BYTES;
  if (type === TENSOR_TYPE.Q8_0) return blocks * Q8_0_BLOCK_BYTES;
  throw new Error(`GGUF tensor type ${type} is not supported`);
}

/**
 * Writes Q4_1 blocks as Q5_1 blocks of the same weights: every fifth bit is zero, all else is copied.
 *
 * @param {Uint8Array} blocks whole Q4_1 blocks
 * @returns {Uint8Array}
 */
export function relayQ41AsQ51(blocks) {
  const count = blocks.length / Q4_1_BLOCK_BYTES;
  if (!Number.isInteger(count)) throw new Error('not a whole number of Q4_1 blocks');
  const relaid = new Uint8Array(count * Q5_1_BLOCK_BYTES);
  const nibblesAt = Q5_1_BLOCK_BYTES - (Q4_1_BLOCK_BYTES - SCALES_BYTES);
  for (let block = 0; block < count; block++) {
    const from = block * Q4_1_BLOCK_BYTES;
    const to = block * Q5_1_BLOCK_BYTES;
    relaid.set(blocks.subarray(from, from + SCALES_BYTES), to);
    relaid.set(blocks.subarray(from + SCALES_BYTES, from + Q4_1_BLOCK_BYTES), to + nibblesAt);
  }
  return relaid;
}

/**
 * @param {number} bits an IEEE half as an unsigned 16-bit integer
 * @returns {number} the same value, exact
 */
export function halfToNumber(bits) {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
