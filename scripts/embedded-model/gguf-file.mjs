// @ts-check
import { open } from 'node:fs/promises';
import { readGgufHeader } from './gguf-header.mjs';
import { tensorBytes } from './quantised-blocks.mjs';

/** More than the header needs: the vocabulary makes up most of it, 1.8 MB in SmolLM2's file. */
const HEADER_BYTES_AT_MOST = 8 << 20;

/**
 * @typedef {object} GgufFile
 * @property {import('./gguf-header.mjs').GgufHeader} header
 * @property {(offset: number, length: number) => Promise<Buffer>} read bytes of the file
 * @property {(name: string) => import('./gguf-header.mjs').GgufTensor} tensor
 * @property {(name: string) => Promise<Buffer>} readTensor a tensor's bytes
 * @property {() => Promise<void>} close
 */

/**
 * @param {string} path
 * @returns {Promise<GgufFile>}
 */
export async function openGgufFile(path) {
  const file = await open(path);
  /** @type {GgufFile['read']} */
  const read = async (offset, length) => {
    const buffer = Buffer.alloc(length);
    const { bytesRead } = await file.read(buffer, 0, length, offset);
    return buffer.subarray(0, bytesRead);
  };
  const header = readGgufHeader(await read(0, HEADER_BYTES_AT_MOST));
  const tensors = new Map(header.tensors.map((tensor) => [tensor.name, tensor]));

  /** @type {GgufFile['tensor']} */
  const tensor = (name) => {
    const found = tensors.get(name);
    if (!found) throw new Error(`${path} holds no tensor ${name}`);
    return found;
  };
  return {
    header,
    read,
    tensor,
    readTensor: (name) => read(header.dataOffset + tensor(name).offset, tensorBytes(tensor(name))),
    close: () => file.close(),
  };
}
