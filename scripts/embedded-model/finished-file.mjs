// @ts-check
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { startByteProgress } from '../terminal/byte-progress.mjs';
import { PlainError } from '../terminal/plain-error.mjs';

/**
 * What a file must be once it is whole.
 * @typedef {object} ExpectedFile
 * @property {string} path
 * @property {number} bytes
 * @property {string} sha256 hexadecimal
 */

/**
 * @param {string} path
 * @param {'sha256' | 'md5'} algorithm
 * @returns {Promise<string>} hexadecimal
 */
export async function hashFile(path, algorithm) {
  const hash = createHash(algorithm);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk);
  return hash.digest('hex');
}

/** @param {string} path */
export async function fileSize(path) {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() ? found.size : undefined;
}

/** @param {ExpectedFile} expected */
export async function isFinished({ path, bytes, sha256 }) {
  return (await fileSize(path)) === bytes && (await hashFile(path, 'sha256')) === sha256;
}

/**
 * Makes a file that exists under its own name only when it is whole and right: the bytes go to
 * `<path>.partial`, are checked against the expected sum and only then renamed. A process killed at
 * any moment leaves nothing that a later run could mistake for a finished file.
 *
 * @param {ExpectedFile} expected
 * @param {AsyncIterable<Uint8Array>} content
 */
export async function writeFinishedFile({ path, bytes, sha256 }, content) {
  await mkdir(dirname(path), { recursive: true });
  const partial = `${path}.partial`;
  const hash = createHash('sha256');
  const progress = startByteProgress({ label: basename(path), totalBytes: bytes });
  const file = await open(partial, 'w');
  let written = 0;
  try {
    for await (const chunk of content) {
      hash.update(chunk);
      await file.writeFile(chunk);
      written += chunk.byteLength;
      progress.reached(written);
    }
  } catch (error) {
    progress.abandon();
    throw error;
  } finally {
    await file.close();
  }
  if (written !== bytes || hash.digest('hex') !== sha256) {
    progress.abandon();
    throw new PlainError(
      `${basename(path)} came out with other bytes than expected, so it was not used: check the free disk space and run the command again.`,
    );
  }
  await rename(partial, path);
  progress.finish();
}
