// @ts-check
/**
 * The same model for llama.cpp: every Q4_1 tensor written as Q8_0, all else as it is. llama.cpp's WASM kernels are
 * fastest for Q8_0 (docs/decisions/2026-11-25-llama-cpp-kernels.md says by how much, and what rounding adds).
 */
import { TENSOR_TYPE, alignUp } from './gguf-header.mjs';
import { Q4_1_BLOCK_BYTES, requantiseQ41AsQ80, tensorBytes } from './quantised-blocks.mjs';

/** llama.cpp's number for "mostly Q8_0" in general.file_type. */
const FILE_TYPE_Q8_0 = 7;
const CHUNK_BLOCKS = 1 << 16;

/** @typedef {import('./gguf-header.mjs').GgufHeader} GgufHeader */
/** @typedef {import('./gguf-header.mjs').GgufTensor} GgufTensor */

/**
 * Same names, shapes and order; Q4_1 becomes Q8_0 and the offsets follow from the new sizes.
 *
 * @param {GgufHeader} header
 * @returns {GgufTensor[]}
 */
function requantisedTensors({ tensors, alignment }) {
  let offset = 0;
  return tensors.map((tensor) => {
    const type = tensor.type === TENSOR_TYPE.Q4_1 ? TENSOR_TYPE.Q8_0 : tensor.type;
    const requantised = { ...tensor, type, offset };
    offset = alignUp(offset + tensorBytes(requantised), alignment);
    return requantised;
  });
}

/**
 * The tensor table in GGUF's bytes; see gguf-header.mjs.
 *
 * @param {GgufTensor[]} tensors
 */
export function encodeTensorTable(tensors) {
  /** @param {number} value */
  const u32 = (value) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value);
    return bytes;
  };
  /** @param {number} value */
  const u64 = (value) => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64LE(BigInt(value));
    return bytes;
  };
  return Buffer.concat(
    tensors.flatMap(({ name, dimensions, type, offset }) => [
      u64(Buffer.byteLength(name)),
      Buffer.from(name),
      u32(dimensions.length),
      ...dimensions.map(u64),
      u32(type),
      u64(offset),
    ]),
  );
}

/**
 * @param {import('./gguf-file.mjs').GgufFile} gguf
 * @returns {AsyncGenerator<Uint8Array, void, void>} the new file, from its first byte to its last
 */
export async function* q80GgufContent(gguf) {
  const { header } = gguf;
  const beginning = await gguf.read(0, header.tensorTableOffset);
  const fileType = header.metadata.get('general.file_type');
  if (!fileType) throw new Error('the GGUF file has no general.file_type');
  beginning.writeUInt32LE(FILE_TYPE_Q8_0, fileType.valueOffset);

  const table = encodeTensorTable(requantisedTensors(header));
  yield beginning;
  yield table;
  yield padding(beginning.length + table.length, header.alignment);
  for (const tensor of header.tensors) {
    let written = 0;
    for await (const chunk of requantisedTensorContent(gguf, tensor)) {
      yield chunk;
      written += chunk.length;
    }
    yield padding(written, header.alignment);
  }
}

/**
 * @param {import('./gguf-file.mjs').GgufFile} gguf
 * @param {GgufTensor} tensor
 */
async function* requantisedTensorContent(gguf, tensor) {
  const end = tensorBytes(tensor);
  // A whole number of blocks, so that no block is cut in two.
  const chunkBytes = CHUNK_BLOCKS * Q4_1_BLOCK_BYTES;
  for (let at = 0; at < end; at += chunkBytes) {
    const start = gguf.header.dataOffset + tensor.offset + at;
    const chunk = await gguf.read(start, Math.min(chunkBytes, end - at));
    yield tensor.type === TENSOR_TYPE.Q4_1 ? requantiseQ41AsQ80(chunk) : chunk;
  }
}

/**
 * @param {number} length
 * @param {number} alignment
 */
function padding(length, alignment) {
  return new Uint8Array(alignUp(length, alignment) - length);
}
