// @ts-check
/**
 * The weight layout of the compiled WebLLM library (tools/webllm-model): the same quantised numbers
 * as in the GGUF file, transposed, so that neighbouring GPU threads, which compute neighbouring
 * output rows, read neighbouring words.
 *
 * A linear layer with N rows (outputs) and K columns (inputs) becomes two matrices of 32-bit words:
 *   q  [K / 8, N]   eight 4-bit numbers a word, the first in the lowest bits
 *   dm [K / 32, N]  d in the low half, m in the high half: a Q4_1 block's first four bytes
 * The embedding with V rows becomes
 *   eq [K / 4, V]   four bytes a word, each moved from -128..127 to 0..255
 *   es [K / 32, V]  the block's scale d as float32
 *
 * Typed arrays are written in the machine's byte order; every machine that Node runs on is
 * little-endian, as the format asks.
 */
import {
  Q4_1_BLOCK_BYTES,
  Q8_0_BLOCK_BYTES,
  SCALES_BYTES,
  WEIGHTS_PER_BLOCK,
  halfToNumber,
} from './quantised-blocks.mjs';

const NIBBLES_PER_WORD = 8;
const WORDS_PER_Q4_1_BLOCK = WEIGHTS_PER_BLOCK / NIBBLES_PER_WORD;
const BYTES_PER_WORD = 4;

/**
 * One of the GGUF matrices that make up a linear layer (q, k and v are stacked into one, say).
 *
 * @typedef {object} Q41Matrix
 * @property {Uint8Array} blocks row after row
 * @property {number} rows
 * @property {number} columns
 * @property {number} [heads] set where llama.cpp reordered each head's rows; see sourceRow
 */

/**
 * llama.cpp interleaves the two halves of each head's rows in the query and key matrices, for its
 * kind of rotary embedding: old row (half, i) lies at 2 * i + half. This finds the row to take.
 *
 * @param {number} row in the layout wanted
 * @param {number} rowsPerHead
 */
export function sourceRow(row, rowsPerHead) {
  const inHead = row % rowsPerHead;
  const half = inHead < rowsPerHead / 2 ? 0 : 1;
  const indexInHalf = inHead - half * (rowsPerHead / 2);
  return row - inHead + 2 * indexInHalf + half;
}

/**
 * Calls `visit` for every block of the stacked matrices with the place it takes: its output row
 * over all matrices, and its group of 32 columns.
 *
 * @param {Q41Matrix[]} matrices
 * @param {(blocks: Uint8Array, start: number, outputRow: number, group: number) => void} visit
 */
function visitBlocks(matrices, visit) {
  let firstRow = 0;
  for (const { blocks, rows, columns, heads } of matrices) {
    const groups = columns / WEIGHTS_PER_BLOCK;
    for (let row = 0; row < rows; row++) {
      const source = heads === undefined ? row : sourceRow(row, rows / heads);
      for (let group = 0; group < groups; group++) {
        const start = (source * groups + group) * Q4_1_BLOCK_BYTES;
        visit(blocks, start, firstRow + row, group);
      }
    }
    firstRow += rows;
  }
}

/** @param {Q41Matrix[]} matrices */
function stackedShape(matrices) {
  const rows = matrices.reduce((sum, matrix) => sum + matrix.rows, 0);
  const columns = matrices[0]?.columns ?? 0;
  return { rows, columns };
}

/**
 * @param {Q41Matrix[]} matrices
 * @returns {Uint32Array} q, shape [K / 8, N]
 */
export function packNibbles(matrices) {
  const { rows, columns } = stackedShape(matrices);
  const words = new Uint32Array((columns / NIBBLES_PER_WORD) * rows);
  visitBlocks(matrices, (blocks, start, outputRow, group) => {
    for (let word = 0; word < WORDS_PER_Q4_1_BLOCK; word++) {
      // Weights 0..15 are the low nibbles of the sixteen bytes, weights 16..31 the high ones.
      const shift = word < WORDS_PER_Q4_1_BLOCK / 2 ? 0 : 4;
      const firstByte = start + SCALES_BYTES + (word % 2) * NIBBLES_PER_WORD;
      let packed = 0;
      for (let index = 0; index < NIBBLES_PER_WORD; index++) {
        const nibble = ((blocks[firstByte + index] ?? 0) >> shift) & 15;
        packed |= nibble << (4 * index);
      }
      words[(group * WORDS_PER_Q4_1_BLOCK + word) * rows + outputRow] = packed;
    }
  });
  return words;
}

/**
 * @param {Q41Matrix[]} matrices
 * @returns {Uint32Array} dm, shape [K / 32, N]
 */
export function packScales(matrices) {
  const { rows, columns } = stackedShape(matrices);
  const words = new Uint32Array((columns / WEIGHTS_PER_BLOCK) * rows);
  visitBlocks(matrices, (blocks, start, outputRow, group) => {
    words[group * rows + outputRow] = readWord(blocks, start);
  });
  return words;
}

/**
 * @param {Uint8Array} blocks Q8_0, row after row
 * @param {number} rows
 * @param {number} columns
 * @returns {Uint32Array} eq, shape [K / 4, V]
 */
export function packEmbeddingBytes(blocks, rows, columns) {
  const words = new Uint32Array((columns / BYTES_PER_WORD) * rows);
  const groups = columns / WEIGHTS_PER_BLOCK;
  const wordsPerBlock = WEIGHTS_PER_BLOCK / BYTES_PER_WORD;
  for (let row = 0; row < rows; row++) {
    for (let group = 0; group < groups; group++) {
      const numbers = (row * groups + group) * Q8_0_BLOCK_BYTES + 2;
      for (let word = 0; word < wordsPerBlock; word++) {
        // Adding 128 to a signed byte flips its highest bit: four at once.
        const packed = readWord(blocks, numbers + word * BYTES_PER_WORD) ^ 0x80808080;
        words[(group * wordsPerBlock + word) * rows + row] = packed;
      }
    }
  }
  return words;
}

/**
 * @param {Uint8Array} blocks Q8_0, row after row
 * @param {number} rows
 * @param {number} columns
 * @returns {Float32Array} es, shape [K / 32, V]
 */
export function packEmbeddingScales(blocks, rows, columns) {
  const groups = columns / WEIGHTS_PER_BLOCK;
  const scales = new Float32Array(groups * rows);
  for (let row = 0; row < rows; row++) {
    for (let group = 0; group < groups; group++) {
      const start = (row * groups + group) * Q8_0_BLOCK_BYTES;
      const half = (blocks[start] ?? 0) | ((blocks[start + 1] ?? 0) << 8);
      scales[group * rows + row] = halfToNumber(half);
    }
  }
  return scales;
}

/**
 * @param {Uint8Array} bytes
 * @param {number} at
 */
function readWord(bytes, at) {
  return (
    (bytes[at] ?? 0) |
    ((bytes[at + 1] ?? 0) << 8) |
    ((bytes[at + 2] ?? 0) << 16) |
    ((bytes[at + 3] ?? 0) << 24)
  );
}
