// @ts-check
import { PlainError } from '../terminal/plain-error.mjs';

/** The oldest Node.js that every package in the lockfile runs on; the same as "engines" in package.json. */
const OLDEST = { major: 20, minor: 19 };

/**
 * @param {string} version such as "20.19.4"
 * @throws {PlainError} where it is too old
 */
export function requireNodeVersion(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > OLDEST.major || (major === OLDEST.major && minor >= OLDEST.minor)) return;
  throw new PlainError(
    `This needs Node.js ${OLDEST.major}.${OLDEST.minor} or newer and found ${version}: install a newer one and run the command again.`,
  );
}
