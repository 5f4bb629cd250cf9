// @ts-check
// Not by name: an old Node.js without parseArgs must get as far as being told that it is old.
import * as util from 'node:util';
import { PlainError } from '../terminal/plain-error.mjs';

/**
 * @typedef {object} ServeOptions
 * @property {number} [port] undefined: the default one, or the next that is free
 * @property {string} host
 * @property {boolean} open
 * @property {import('./policy-server.mjs').PolicyServer} [policy] the model server that the page gets behind its own origin
 */

const USAGE =
  'npm start -- [--port 5000] [--host 0.0.0.0] [--no-open] [--policy http://host:8000/v1], and the same for npm run dev';

/** Of the environment: a key on a command line is seen by everyone on the machine. */
export const KEY = 'PRS_POLICY_KEY';

/**
 * @param {string[]} commandLine
 * @param {NodeJS.ProcessEnv} environment
 * @returns {ServeOptions}
 * @throws {PlainError} for an option that is not known, and for a port or an address that is none
 */
export function readServeOptions(commandLine, environment) {
  const { port, host, policy, 'no-open': noOpen } = parse(commandLine);
  if (port !== undefined && !isPort(port)) {
    throw new PlainError(`--port takes a number from 1 to 65535 and got "${port}".`);
  }
  return {
    ...(port === undefined ? {} : { port: Number(port) }),
    host: host ?? 'localhost',
    open: noOpen !== true,
    ...(policy === undefined
      ? {}
      : { policy: { address: address(policy), key: environment[KEY] } }),
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
        policy: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new PlainError(
      `${error instanceof Error ? error.message : String(error)}\nUsage: ${USAGE}`,
    );
  }
}

/** @param {string} text */
function address(text) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol)) {
    throw new PlainError(
      `--policy takes an address such as http://host:8000/v1 and got "${text}".`,
    );
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new PlainError(
      `--policy takes an address without a password, ? or #. A key goes into the environment: ${KEY}=… npm start -- --policy ${url.origin}${url.pathname}`,
    );
  }
  return url.href;
}

/** @param {string} text */
function isPort(text) {
  return /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535;
}
