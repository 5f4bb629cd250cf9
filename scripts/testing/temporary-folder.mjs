// @ts-check
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/**
 * An empty folder for the test under way, which is gone after it, whether it passed or not.
 *
 * @param {string} name what it begins with
 * @returns {Promise<string>} path
 */
export async function temporaryFolder(name) {
  const folder = await mkdtemp(join(tmpdir(), `${name}-`));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
