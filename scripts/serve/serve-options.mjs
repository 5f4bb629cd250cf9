// @ts-check
// Not by name: an old Node.js without parseArgs must get as far as being told that it is old.
import * as util from 'node:util';
import { PlainError } from '../terminal/plain-error.mjs';

/**
 * @typedef {object} ServeOptions
 * @property {number} [port] undefined: the default one, or the next that is free
 * @property {string} host
 * @property {boolean} open
 */

const USAGE =
  'npm start -- [--port 5000] [--host 0.0.0.0] [--no-open], and the same for npm run dev';

/**
 * @param {string[]} commandLine
 * @returns {ServeOptions}
 * @throws {PlainError} for an option that is not known, and for a port that is none
 */
export function readServeOptions(commandLine) {
  const { port, host, 'no-open': noOpen } = parse(commandLine);
  if (port !== undefined && !isPort(port)) {
    throw new PlainError(`--port takes a number from 1 to 65535 and got "${port}".`);
  }
  return {
    ...(port === undefined ? {} : { port: Number(port) }),
    host: host ?? 'localhost',
    open: noOpen !== true,
  };
}

/** @param {string[]} commandLine */
function parse(commandLine) {
  try {
    return util.parseArgs({
      args: commandLine,
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        'no-open': { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new PlainError(
      `${error instanceof Error ? error.message : String(error)}\nUsage: ${USAGE}`,
    );
  }
}

/** @param {string} text */
function isPort(text) {
  return /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535;
}
