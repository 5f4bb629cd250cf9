// @ts-check
/**
 * The parameters that the compiled library asks for, in its order, and how each is made from the
 * GGUF file. Names: eq and es the embedding's bytes and scales; n1 and n2 the norms before
 * attention and before the feed-forward part; qkv, o, gu (gate and up) and down the linear layers.
 */
import { TENSOR_TYPE, metadataNumber } from './gguf-header.mjs';
import {
  packEmbeddingBytes,
  packEmbeddingScales,
  packNibbles,
  packScales,
} from './webllm-layout.mjs';

/**
 * @typedef {object} WebllmParameter
 * @property {string} name
 * @property {number[]} shape
 * @property {'uint32' | 'float32'} dtype
 * @property {() => Promise<Uint8Array>} content
 *
 * @typedef {import('./gguf-file.mjs').GgufFile} GgufFile
 *
 * @typedef {object} LinearPart
 * @property {string} tensor
 * @property {number} [heads]
 */

/** Every parameter takes four bytes a number: a word of packed weights or a float32. */
const BYTES_PER_NUMBER = 4;

/** @param {Pick<WebllmParameter, 'shape'>} parameter */
export function parameterBytes({ shape }) {
  return shape.reduce((product, dimension) => product * dimension, BYTES_PER_NUMBER);
}

/**
 * @param {GgufFile} gguf
 * @returns {WebllmParameter[]}
 */
export function webllmParameters(gguf) {
  const layers = metadataNumber(gguf.header, 'llama.block_count');
  return [
    ...embeddingParameters(gguf),
    ...Array.from({ length: layers }, (_, layer) => layerParameters(gguf, layer)).flat(),
    norm(gguf, 'norm.weight', 'output_norm.weight'),
  ];
}

/**
 * @param {GgufFile} gguf
 * @returns {WebllmParameter[]}
 */
function embeddingParameters(gguf) {
  const name = 'token_embd.weight';
  const { columns, rows } = matrixShape(gguf, name, TENSOR_TYPE.Q8_0);
  return [
    {
      name: 'eq',
      shape: [columns / 4, rows],
      dtype: 'uint32',
      content: async () => asBytes(packEmbeddingBytes(await gguf.readTensor(name), rows, columns)),
    },
    {
      name: 'es',
      shape: [columns / 32, rows],
      dtype: 'float32',
      content: async () => asBytes(packEmbeddingScales(await gguf.readTensor(name), rows, columns)),
    },
  ];
}

/**
 * @param {GgufFile} gguf
 * @param {number} layer
 * @returns {WebllmParameter[]}
 */
function layerParameters(gguf, layer) {
  const from = `blk.${layer}`;
  const to = `layers.${layer}`;
  const heads = metadataNumber(gguf.header, 'llama.attention.head_count');
  const keyHeads = metadataNumber(gguf.header, 'llama.attention.head_count_kv');
  return [
    norm(gguf, `${to}.n1.weight`, `${from}.attn_norm.weight`),
    norm(gguf, `${to}.n2.weight`, `${from}.ffn_norm.weight`),
    ...linear(gguf, `${to}.qkv`, [
      { tensor: `${from}.attn_q.weight`, heads },
      { tensor: `${from}.attn_k.weight`, heads: keyHeads },
      { tensor: `${from}.attn_v.weight` },
    ]),
    ...linear(gguf, `${to}.o`, [{ tensor: `${from}.attn_output.weight` }]),
    ...linear(gguf, `${to}.gu`, [
      { tensor: `${from}.ffn_gate.weight` },
      { tensor: `${from}.ffn_up.weight` },
    ]),
    ...linear(gguf, `${to}.down`, [{ tensor: `${from}.ffn_down.weight` }]),
  ];
}

/**
 * @param {GgufFile} gguf
 * @param {string} name
 * @param {LinearPart[]} parts stacked, in this order
 * @returns {WebllmParameter[]}
 */
function linear(gguf, name, parts) {
  const shapes = parts.map(({ tensor }) => matrixShape(gguf, tensor, TENSOR_TYPE.Q4_1));
  const rows = shapes.reduce((sum, shape) => sum + shape.rows, 0);
  const columns = shapes[0]?.columns ?? 0;
  const matrices = () =>
    Promise.all(
      parts.map(async ({ tensor, ...part }) => ({
        ...part,
        ...matrixShape(gguf, tensor, TENSOR_TYPE.Q4_1),
        blocks: await gguf.readTensor(tensor),
      })),
    );
  return [
    {
      name: `${name}.q`,
      shape: [columns / 8, rows],
      dtype: 'uint32',
      content: async () => asBytes(packNibbles(await matrices())),
    },
    {
      name: `${name}.dm`,
      shape: [columns / 32, rows],
      dtype: 'uint32',
      content: async () => asBytes(packScales(await matrices())),
    },
  ];
}

/**
 * @param {GgufFile} gguf
 * @param {string} name
 * @param {string} tensor
 * @returns {WebllmParameter}
 */
function norm(gguf, name, tensor) {
  const { type, dimensions } = gguf.tensor(tensor);
  if (type !== TENSOR_TYPE.F32) throw new Error(`${tensor} is not float32`);
  return { name, shape: dimensions, dtype: 'float32', content: () => gguf.readTensor(tensor) };
}

/**
 * @param {GgufFile} gguf
 * @param {string} name
 * @param {number} wantedType
 */
function matrixShape(gguf, name, wantedType) {
  const { type, dimensions } = gguf.tensor(name);
  const [columns, rows] = dimensions;
  if (type !== wantedType || columns === undefined || rows === undefined) {
    throw new Error(`${name} is not a matrix of GGUF type ${wantedType}`);
  }
  return { columns, rows };
}

/** @param {Uint32Array | Float32Array} numbers */
function asBytes(numbers) {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}
