// @ts-check
import { createHash } from 'node:crypto';
import { readFile, readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

const INPUT_FILES = [
  'index.html',
  'vite.config.ts',
  'tsconfig.json',
  'package-lock.json',
  'scripts/build/lean-cue-tables.mjs',
  'scripts/serve/content-security-policy.mjs',
];
const INPUT_FOLDERS = ['src', 'public', 'scripts/build/first-picture'];
/** Large and checked when they were made: size and date tell enough. */
const LARGE_FILES = 'public/models/';

/**
 * One sum over everything that the build reads, so that it need not run when nothing changed.
 *
 * @param {string} root
 * @returns {Promise<string>} SHA-256, hexadecimal
 */
export async function sumOfBuildInputs(root) {
  const hash = createHash('sha256');
  for (const path of await inputPaths(root)) {
    const content = await identify(root, path);
    if (content === undefined) continue;
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/**
 * One sum over what lies in a folder, by names, sizes and dates: it tells whether anything was changed there since.
 *
 * @param {string} folder
 * @param {string} except name of a file that doesn't count
 * @returns {Promise<string>} SHA-256, hexadecimal
 */
export async function sumOfFolder(folder, except) {
  const hash = createHash('sha256');
  for (const path of (await filesIn(folder)).sort()) {
    if (path === except) continue;
    const { size, mtimeMs } = await stat(join(folder, path));
    hash.update(`${path}\0${size} ${mtimeMs}\0`);
  }
  return hash.digest('hex');
}

/**
 * @param {string} folder
 * @returns {Promise<string[]>} paths from it, with forward slashes; none where there is no such folder
 */
async function filesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

/**
 * @param {string} root
 * @returns {Promise<string[]>} sorted, from the root, with forward slashes
 */
async function inputPaths(root) {
  const found = [...INPUT_FILES];
  for (const folder of INPUT_FOLDERS) {
    found.push(...(await filesIn(join(root, folder))).map((path) => `${folder}/${path}`));
  }
  return found.sort();
}

/**
 * @param {string} root
 * @param {string} path
 * @returns {Promise<Buffer | undefined>} undefined where there is no such file
 */
async function identify(root, path) {
  try {
    if (!path.startsWith(LARGE_FILES)) return await readFile(join(root, path));
    const { size, mtimeMs } = await stat(join(root, path));
    return Buffer.from(`${size} ${mtimeMs}`);
  } catch {
    return undefined;
  }
}
