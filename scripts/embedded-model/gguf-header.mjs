// @ts-check
/**
 * Reads the header of a GGUF file, llama.cpp's container of weights. Little-endian throughout:
 *
 *   "GGUF", version u32, number of tensors u64, number of metadata entries u64,
 *   the metadata (key string, type u32, value),
 *   the tensor table (name string, number of dimensions u32, each dimension u64, type u32, offset u64),
 *   padding up to the alignment, then the tensors' bytes, each tensor padded up to the alignment.
 *
 * A string is its length as u64 followed by UTF-8. A tensor's offset counts from the first byte
 * after the padding. The first dimension is the one that lies together in memory: [columns, rows].
 */

/** The tensor types that occur here, by llama.cpp's numbers. */
export const TENSOR_TYPE = Object.freeze({ F32: 0, Q4_1: 3, Q8_0: 8 });

const DEFAULT_ALIGNMENT = 32;
const STRING_TYPE = 8;
const ARRAY_TYPE = 9;

/**
 * @typedef {number | bigint | boolean | string} MetadataScalar
 *
 * @typedef {MetadataScalar | MetadataScalar[]} MetadataValue
 *
 * @typedef {object} GgufTensor
 * @property {string} name
 * @property {number[]} dimensions
 * @property {number} type one of TENSOR_TYPE
 * @property {number} offset from the start of the tensors' bytes
 *
 * @typedef {object} GgufHeader
 * @property {Map<string, { value: MetadataValue, valueOffset: number }>} metadata
 * @property {GgufTensor[]} tensors
 * @property {number} tensorTableOffset where the tensor table starts in the file
 * @property {number} alignment
 * @property {number} dataOffset where the tensors' bytes start in the file
 */

/** Walks over the header's bytes. */
class Cursor {
  #bytes;
  offset = 0;

  /** @param {Buffer} bytes */
  constructor(bytes) {
    this.#bytes = bytes;
  }

  /** @param {number} length */
  take(length) {
    const start = this.offset;
    this.offset += length;
    if (this.offset > this.#bytes.length) throw new Error('the GGUF header is cut short');
    return this.#bytes.subarray(start, this.offset);
  }

  u32() {
    return this.take(4).readUInt32LE();
  }

  u64() {
    return Number(this.take(8).readBigUInt64LE());
  }

  string() {
    return this.take(this.u64()).toString('utf8');
  }
}

/**
 * How to read each scalar metadata type, by its number.
 *
 * @type {Record<number, (cursor: Cursor) => MetadataScalar>}
 */
const readScalar = {
  0: (cursor) => cursor.take(1).readUInt8(),
  1: (cursor) => cursor.take(1).readInt8(),
  2: (cursor) => cursor.take(2).readUInt16LE(),
  3: (cursor) => cursor.take(2).readInt16LE(),
  4: (cursor) => cursor.take(4).readUInt32LE(),
  5: (cursor) => cursor.take(4).readInt32LE(),
  6: (cursor) => cursor.take(4).readFloatLE(),
  7: (cursor) => cursor.take(1).readUInt8() !== 0,
  [STRING_TYPE]: (cursor) => cursor.string(),
  10: (cursor) => cursor.take(8).readBigUInt64LE(),
  11: (cursor) => cursor.take(8).readBigInt64LE(),
  12: (cursor) => cursor.take(8).readDoubleLE(),
};

/** @param {number} type */
function scalarReader(type) {
  const read = readScalar[type];
  if (!read) throw new Error(`GGUF metadata type ${type} is not supported`);
  return read;
}

/**
 * @param {Cursor} cursor
 * @param {number} type
 * @returns {MetadataValue}
 */
function readValue(cursor, type) {
  if (type !== ARRAY_TYPE) return scalarReader(type)(cursor);
  const readItem = scalarReader(cursor.u32());
  return Array.from({ length: cursor.u64() }, () => readItem(cursor));
}

/**
 * @param {Buffer} bytes the file's beginning, at least the whole header
 * @returns {GgufHeader}
 */
export function readGgufHeader(bytes) {
  const cursor = new Cursor(bytes);
  if (cursor.take(4).toString('latin1') !== 'GGUF') throw new Error('not a GGUF file');
  const version = cursor.u32();
  if (version !== 3) throw new Error(`GGUF version ${version} is not supported`);
  const tensorCount = cursor.u64();
  const metadataCount = cursor.u64();

  /** @type {GgufHeader['metadata']} */
  const metadata = new Map();
  for (let index = 0; index < metadataCount; index++) {
    const key = cursor.string();
    const type = cursor.u32();
    const valueOffset = cursor.offset;
    metadata.set(key, { value: readValue(cursor, type), valueOffset });
  }

  const tensorTableOffset = cursor.offset;
  const tensors = Array.from({ length: tensorCount }, () => ({
    name: cursor.string(),
    dimensions: Array.from({ length: cursor.u32() }, () => cursor.u64()),
    type: cursor.u32(),
    offset: cursor.u64(),
  }));
  const alignment = Number(metadata.get('general.alignment')?.value ?? DEFAULT_ALIGNMENT);
  const dataOffset = alignUp(cursor.offset, alignment);
  return { metadata, tensors, tensorTableOffset, alignment, dataOffset };
}

/**
 * @param {GgufHeader} header
 * @param {string} key
 */
export function metadataNumber(header, key) {
  const value = header.metadata.get(key)?.value;
  if (typeof value !== 'number') throw new Error(`GGUF metadata ${key} is not a number`);
  return value;
}

/**
 * @param {GgufHeader} header
 * @param {string} key
 * @returns {string[]}
 */
export function metadataStrings(header, key) {
  const value = header.metadata.get(key)?.value;
  if (!Array.isArray(value)) throw new Error(`GGUF metadata ${key} is not a list`);
  return value.map((item) => {
    if (typeof item !== 'string') throw new Error(`GGUF metadata ${key} holds more than strings`);
    return item;
  });
}

/**
 * @param {number} offset
 * @param {number} alignment
 */
export function alignUp(offset, alignment) {
  return Math.ceil(offset / alignment) * alignment;
}
