// @ts-check
/**
 * The same model for wllama: every Q4_1 tensor written as Q5_1, all else as it is. llama.cpp's
 * WASM build has fast kernels for Q5_1 and none for Q4_1, and the weights stay exactly the same.
 */
import { TENSOR_TYPE, alignUp } from './gguf-header.mjs';
import { Q4_1_BLOCK_BYTES, relayQ41AsQ51, tensorBytes } from './quantised-blocks.mjs';

/** llama.cpp's number for "mostly Q5_1" in general.file_type. */
const FILE_TYPE_Q5_1 = 9;
const CHUNK_BLOCKS = 1 << 16;

/** @typedef {import('./gguf-header.mjs').GgufHeader} GgufHeader */
/** @typedef {import('./gguf-header.mjs').GgufTensor} GgufTensor */

/**
 * Same names, shapes and order; Q4_1 becomes Q5_1 and the offsets follow from the new sizes.
 *
 * @param {GgufHeader} header
 * @returns {GgufTensor[]}
 */
export function relaidTensors({ tensors, alignment }) {
  let offset = 0;
  return tensors.map((tensor) => {
    const type = tensor.type === TENSOR_TYPE.Q4_1 ? TENSOR_TYPE.Q5_1 : tensor.type;
    const relaid = { ...tensor, type, offset };
    offset = alignUp(offset + tensorBytes(relaid), alignment);
    return relaid;
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
export async function* q51GgufContent(gguf) {
  const { header } = gguf;
  const beginning = await gguf.read(0, header.tensorTableOffset);
  const fileType = header.metadata.get('general.file_type');
  if (!fileType) throw new Error('the GGUF file has no general.file_type');
  beginning.writeUInt32LE(FILE_TYPE_Q5_1, fileType.valueOffset);

  const table = encodeTensorTable(relaidTensors(header));
  yield beginning;
  yield table;
  yield padding(beginning.length + table.length, header.alignment);
  for (const tensor of header.tensors) {
    let written = 0;
    for await (const chunk of relaidTensorContent(gguf, tensor)) {
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
async function* relaidTensorContent(gguf, tensor) {
  const end = tensorBytes(tensor);
  // A whole number of blocks, so that no block is cut in two.
  const chunkBytes = CHUNK_BLOCKS * Q4_1_BLOCK_BYTES;
  for (let at = 0; at < end; at += chunkBytes) {
    const start = gguf.header.dataOffset + tensor.offset + at;
    const chunk = await gguf.read(start, Math.min(chunkBytes, end - at));
    yield tensor.type === TENSOR_TYPE.Q4_1 ? relayQ41AsQ51(chunk) : chunk;
  }
}

/**
 * @param {number} length
 * @param {number} alignment
 */
function padding(length, alignment) {
  return new Uint8Array(alignUp(length, alignment) - length);
}
