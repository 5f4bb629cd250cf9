// @ts-check
/**
 * Reads one file out of a ZIP archive (a Python wheel is one) without unpacking the rest.
 *
 * A ZIP is read from its end: the "end of central directory" record says where the central
 * directory lies; that names every file, its sizes and where its local header lies; after the local
 * header come the file's bytes, stored as they are (method 0) or deflated (method 8). All integers
 * are little-endian. ZIP64 (archives above 4 GB) is not needed here and refused.
 */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInflateRaw } from 'node:zlib';

const END_SIGNATURE = 0x06054b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_BYTES = 46;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_BYTES = 30;
const NEEDS_ZIP64 = 0xffffffff;
const STORED = 0;
const DEFLATED = 8;

/**
 * @typedef {object} ZipEntry
 * @property {string} name
 * @property {number} method
 * @property {number} compressedBytes
 * @property {number} bytes
 * @property {number} localHeaderOffset
 */

/**
 * @param {Buffer} tail the archive's last bytes
 * @returns {{ directoryOffset: number, directoryBytes: number }}
 */
function findCentralDirectory(tail) {
  for (let at = tail.length - END_BYTES; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== END_SIGNATURE) continue;
    return {
      directoryBytes: tail.readUInt32LE(at + 12),
      directoryOffset: tail.readUInt32LE(at + 16),
    };
  }
  throw new Error('not a ZIP archive: it has no end of central directory');
}

/**
 * @param {Buffer} directory
 * @returns {ZipEntry[]}
 */
function readCentralDirectory(directory) {
  /** @type {ZipEntry[]} */
  const entries = [];
  let at = 0;
  while (at + ENTRY_BYTES <= directory.length && directory.readUInt32LE(at) === ENTRY_SIGNATURE) {
    const nameBytes = directory.readUInt16LE(at + 28);
    const extraBytes = directory.readUInt16LE(at + 30);
    const commentBytes = directory.readUInt16LE(at + 32);
    entries.push({
      method: directory.readUInt16LE(at + 10),
      compressedBytes: directory.readUInt32LE(at + 20),
      bytes: directory.readUInt32LE(at + 24),
      localHeaderOffset: directory.readUInt32LE(at + 42),
      name: directory.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes),
    });
    at += ENTRY_BYTES + nameBytes + extraBytes + commentBytes;
  }
  return entries;
}

/**
 * @param {string} archivePath
 * @param {string} name
 * @returns {Promise<{ entry: ZipEntry, dataOffset: number }>}
 */
async function locate(archivePath, name) {
  const file = await open(archivePath);
  try {
    const { size } = await file.stat();
    /** @param {number} offset @param {number} length */
    const read = async (offset, length) => {
      const buffer = Buffer.alloc(length);
      const { bytesRead } = await file.read(buffer, 0, length, offset);
      return buffer.subarray(0, bytesRead);
    };
    const tailBytes = Math.min(size, END_BYTES + LONGEST_COMMENT);
    const { directoryOffset, directoryBytes } = findCentralDirectory(
      await read(size - tailBytes, tailBytes),
    );
    const entries = readCentralDirectory(await read(directoryOffset, directoryBytes));
    const entry = entries.find((candidate) => candidate.name === name);
    if (!entry) throw new Error(`${archivePath} holds no ${name}`);
    if (entry.localHeaderOffset === NEEDS_ZIP64 || entry.bytes === NEEDS_ZIP64) {
      throw new Error(`${archivePath} is a ZIP64 archive`);
    }
    // The local header has its own name and extra field, and the extra field may differ in length.
    const local = await read(entry.localHeaderOffset, LOCAL_BYTES);
    if (local.length < LOCAL_BYTES || local.readUInt32LE(0) !== LOCAL_SIGNATURE) {
      throw new Error(`${archivePath} is damaged at ${name}`);
    }
    const dataOffset =
      entry.localHeaderOffset + LOCAL_BYTES + local.readUInt16LE(26) + local.readUInt16LE(28);
    return { entry, dataOffset };
  } finally {
    await file.close();
  }
}

/**
 * Streams one entry's bytes, inflated.
 *
 * @param {string} archivePath
 * @param {string} name
 * @returns {AsyncGenerator<Buffer, void, void>}
 */
export async function* readZipEntry(archivePath, name) {
  const { entry, dataOffset } = await locate(archivePath, name);
  if (entry.method !== STORED && entry.method !== DEFLATED) {
    throw new Error(`${name} is packed with method ${entry.method}, which is not supported`);
  }
  if (entry.compressedBytes === 0) return;
  const packed = createReadStream(archivePath, {
    start: dataOffset,
    end: dataOffset + entry.compressedBytes - 1,
    highWaterMark: 1 << 20,
  });
  if (entry.method === STORED) {
    yield* packed;
    return;
  }
  const inflate = createInflateRaw({ chunkSize: 1 << 20 });
  // A broken read must end the inflated stream too, or its reader would wait for ever.
  packed.on('error', (error) => inflate.destroy(error));
  try {
    yield* packed.pipe(inflate);
  } finally {
    packed.destroy();
  }
}
