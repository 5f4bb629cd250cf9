// @ts-check
import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from '../repository-paths.mjs';
import { runNpm } from '../terminal/npm-command.mjs';
import { PlainError } from '../terminal/plain-error.mjs';
import { oneAtATime } from './one-at-a-time.mjs';

/**
 * @typedef {object} Lockfile package-lock.json, and npm's own record of what it installed
 * @property {Record<string, LockedPackage>} packages by folder; "" is this project itself
 *
 * @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage
 */

/**
 * @param {Lockfile} locked
 * @param {Lockfile} installed
 * @returns {boolean} whether every package is there in the locked version; optional ones (binaries
 *   for other systems) may be missing
 */
export function installedAsLocked(locked, installed) {
  return Object.entries(locked.packages).every(([folder, wanted]) => {
    if (folder === '') return true;
    const found = installed.packages[folder];
    if (!found) return wanted.optional === true;
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

/**
 * Installs from the lockfile, unless npm's record says that all of it is installed and each package has its folder.
 *
 * @returns {Promise<'ready before' | 'installed now'>}
 * @throws {PlainError} where npm can't
 */
export function ensurePackages() {
  return oneAtATime(installWhatIsMissing);
}

/** @returns {Promise<'ready before' | 'installed now'>} */
async function installWhatIsMissing() {
  const locked = await readLockfile('package-lock.json');
  // npm writes this file at the very end, so an interrupted installation has none.
  const installed = await readLockfile('node_modules/.package-lock.json');
  if (locked && installed && installedAsLocked(locked, installed) && (await allThere(installed))) {
    return 'ready before';
  }

  const count = Object.keys(locked?.packages ?? {}).length - 1;
  console.log(`  Installing ${count} packages from package-lock.json with npm ci.`);
  const { exitCode } = await runNpm(['ci', '--no-audit', '--no-fund']);
  if (exitCode === 0) return 'installed now';
  throw new PlainError(
    "npm could not install the packages: check the network and npm's settings, and run the command again.",
  );
}

/**
 * Whether each package that npm has noted as installed is still there.
 *
 * @param {Lockfile} installed
 */
async function allThere({ packages }) {
  const found = await Promise.all(
    Object.keys(packages).map((folder) =>
      access(join(repositoryRoot, folder, 'package.json')).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.every(Boolean);
}

/**
 * @param {string} path from the repository's root
 * @returns {Promise<Lockfile | undefined>} undefined where it isn't there or is damaged
 */
async function readLockfile(path) {
  try {
    return JSON.parse(await readFile(join(repositoryRoot, path), 'utf8'));
  } catch {
    return undefined;
  }
}
