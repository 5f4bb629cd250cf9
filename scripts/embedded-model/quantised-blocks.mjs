// @ts-check
/**
 * The quantised blocks of llama.cpp that SmolLM2's file holds. Each row of a weight matrix is cut into
 * blocks of 32 weights; "fp16" is an IEEE half, all little-endian.
 *
 *   Q4_1, 20 bytes: d fp16, m fp16, 16 bytes of nibbles      weight = nibble * d + m
 *   Q8_0, 34 bytes: d fp16, 32 signed bytes                  weight = byte * d
 *
 * Nibble order in Q4_1: the low half of byte j is weight j, the high half is weight j + 16.
 */
import { TENSOR_TYPE } from './gguf-header.mjs';

export const WEIGHTS_PER_BLOCK = 32;
export const Q4_1_BLOCK_BYTES = 20;
export const Q8_0_BLOCK_BYTES = 34;
/** d and m together, at the start of a Q4_1 block. */
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
  if (type === TENSOR_TYPE.Q8_0) return blocks * Q8_0_BLOCK_BYTES;
  throw new Error(`GGUF tensor type ${type} is not supported`);
}

/** How many finenesses are tried for a block. */
const FINENESSES = 8;
const MOST_STEPS = 127;
/** The largest nibble. */
const MOST_NIBBLE = 15;

/**
 * Writes Q4_1 blocks as Q8_0 blocks. A block's weights lie on a ladder of 16 rungs; a step of Q8_0 is taken to be a rung's
 * height divided by a whole number, so that all are off by the same little: by what the lowest rung is off.
 *
 * @param {Uint8Array} blocks whole Q4_1 blocks
 * @returns {Uint8Array}
 */
export function requantiseQ41AsQ80(blocks) {
  const count = blocks.length / Q4_1_BLOCK_BYTES;
  if (!Number.isInteger(count)) throw new Error('not a whole number of Q4_1 blocks');
  const from = new DataView(blocks.buffer, blocks.byteOffset, blocks.byteLength);
  const requantised = new Uint8Array(count * Q8_0_BLOCK_BYTES);
  const to = new DataView(requantised.buffer);
  for (let block = 0; block < count; block++) {
    const at = block * Q4_1_BLOCK_BYTES;
    const height = halfToNumber(from.getUint16(at, true));
    const lowest = halfToNumber(from.getUint16(at + 2, true));
    const half = numberToHalf(stepOf(height, lowest));
    const step = halfToNumber(half);
    const start = block * Q8_0_BLOCK_BYTES;
    to.setUint16(start, half, true);
    for (let place = 0; place < WEIGHTS_PER_BLOCK; place++) {
      const weight = nibbleAt(blocks, at + SCALES_BYTES, place) * height + lowest;
      const steps = step === 0 ? 0 : Math.round(weight / step);
      to.setInt8(start + 2 + place, Math.max(-MOST_STEPS, Math.min(MOST_STEPS, steps)));
    }
  }
  return requantised;
}

/**
 * @param {number} height of a rung
 * @param {number} lowest rung
 * @returns {number} above 0 unless all weights are 0
 */
function stepOf(height, lowest) {
  const largest = Math.max(Math.abs(lowest), Math.abs(lowest + MOST_NIBBLE * height));
  const finest = height === 0 ? 0 : Math.floor((MOST_STEPS * Math.abs(height)) / largest);
  let best = { step: largest / MOST_STEPS, off: finest === 0 ? 0 : Infinity };
  for (let parts = finest; parts >= 1 && parts > finest - FINENESSES; parts--) {
    const step = Math.abs(height) / parts;
    const off = Math.abs(lowest - Math.round(lowest / step) * step);
    if (off < best.off) best = { step, off };
  }
  return best.step;
}

/**
 * @param {Uint8Array} bytes
 * @param {number} start of the block's nibbles
 * @param {number} place of the weight
 */
function nibbleAt(bytes, start, place) {
  const half = WEIGHTS_PER_BLOCK / 2;
  const byte = bytes[start + (place % half)] ?? 0;
  return place < half ? byte & 15 : byte >> 4;
}

/**
 * @param {number} value at least 0
 * @returns {number} the nearest IEEE half as an unsigned 16-bit integer, ties to even; the largest one where it is larger
 */
export function numberToHalf(value) {
  const exponent = value < 2 ** -14 ? -14 : Math.floor(Math.log2(value));
  const steps = value / 2 ** (exponent - 10);
  const whole = Math.floor(steps);
  const rest = steps - whole;
  const rounded = whole + (rest > 0.5 || (rest === 0.5 && whole % 2 === 1) ? 1 : 0);
  // A fraction that rounds up to the next power of two carries into the exponent by itself.
  return Math.min((exponent + 14) * 1024 + rounded, 0x7bff);
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
