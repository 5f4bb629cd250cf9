// @ts-check
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.mjs';
import { openGgufFile } from './gguf-file.mjs';
import { metadataNumber, metadataStrings, readGgufHeader } from './gguf-header.mjs';
import { requantiseQ41AsQ80 } from './quantised-blocks.mjs';
import { encodeTensorTable, q80GgufContent } from './q8-0-gguf.mjs';

/** @param {number} value */
const u32 = (value) => Buffer.from(Uint32Array.of(value).buffer);
/** @param {number} value */
const u64 = (value) => Buffer.from(BigUint64Array.of(BigInt(value)).buffer);
/** @param {string} text */
const string = (text) => Buffer.concat([u64(text.length), Buffer.from(text)]);

const STRING = 8;
const ARRAY = 9;
const U32 = 4;

/** Two tensors: one float32 row of two numbers, and one Q4_1 row of 32 weights, at offset 32. */
function tinyGguf() {
  const beginning = Buffer.concat([
    ...[Buffer.from('GGUF'), u32(3), u64(2), u64(2)],
    ...[string('general.file_type'), u32(U32), u32(3)],
    ...[string('words'), u32(ARRAY), u32(STRING), u64(2), string('a'), string('bc')],
    encodeTensorTable([
      { name: 'norm', dimensions: [2], type: 0, offset: 0 },
      { name: 'matrix', dimensions: [32, 1], type: 3, offset: 32 },
    ]),
  ]);
  const padded = Buffer.concat([beginning, Buffer.alloc((32 - (beginning.length % 32)) % 32)]);
  const norm = Buffer.concat([Buffer.from(Float32Array.of(1, 2).buffer), Buffer.alloc(24)]);
  return Buffer.concat([padded, norm, Buffer.alloc(20, 7), Buffer.alloc(12)]);
}

test('reads metadata and the tensor table', () => {
  const header = readGgufHeader(tinyGguf());
  expect(metadataNumber(header, 'general.file_type')).toBe(3);
  expect(metadataStrings(header, 'words')).toEqual(['a', 'bc']);
  expect(header.tensors).toEqual([
    { name: 'norm', dimensions: [2], type: 0, offset: 0 },
    { name: 'matrix', dimensions: [32, 1], type: 3, offset: 32 },
  ]);
});

test('says what is wrong with the file', () => {
  expect(() => readGgufHeader(Buffer.from('no model'))).toThrow('not a GGUF file');
  expect(() => readGgufHeader(tinyGguf().subarray(0, 60))).toThrow('cut short');
});

test('writes the same model with Q8_0 in place of Q4_1', async () => {
  const path = join(await temporaryFolder('gguf'), 'tiny.gguf');
  await writeFile(path, tinyGguf());
  const gguf = await openGgufFile(path);
  /** @type {Uint8Array[]} */
  const chunks = [];
  for await (const chunk of q80GgufContent(gguf)) chunks.push(chunk);
  await gguf.close();

  const requantised = Buffer.concat(chunks);
  const header = readGgufHeader(requantised);
  expect(metadataNumber(header, 'general.file_type')).toBe(7);
  expect(header.tensors).toEqual([
    { name: 'norm', dimensions: [2], type: 0, offset: 0 },
    { name: 'matrix', dimensions: [32, 1], type: 8, offset: 32 },
  ]);
  const data = requantised.subarray(header.dataOffset);
  expect([...new Float32Array(Uint8Array.from(data.subarray(0, 8)).buffer)]).toEqual([1, 2]);
  const block = requantiseQ41AsQ80(new Uint8Array(20).fill(7));
  expect([...data.subarray(32)]).toEqual([...block, ...Array(30).fill(0)]);
});
