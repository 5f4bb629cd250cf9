// @ts-check
import { parseArgs } from 'node:util';
import { PlainError } from '../../scripts/terminal/plain-error.mjs';
import { readCount } from '../scorers/read-count.mjs';

/**
 * @typedef {object} Options
 * @property {'delays' | 'llama-cpp' | null} server null for both
 * @property {number} rounds how often each side is measured
 */

const USAGE = 'Usage: npm run bench:remote -- [--server delays|llama-cpp] [--rounds 2]';
const MOST_ROUNDS = 100;

/**
 * @param {string[]} commandLine
 * @returns {Options}
 * @throws {PlainError} for an option that is not known, or a value that is none
 */
export function readOptions(commandLine) {
  const { server, rounds } = parse(commandLine);
  if (server !== undefined && server !== 'delays' && server !== 'llama-cpp') {
    throw new PlainError(`There is no server "${server}".\n${USAGE}`);
  }
  return { server: server ?? null, rounds: readCount('--rounds', rounds, MOST_ROUNDS) };
}

/** @param {string[]} commandLine */
function parse(commandLine) {
  try {
    return parseArgs({
      args: commandLine,
      options: { server: { type: 'string' }, rounds: { type: 'string', default: '2' } },
    }).values;
  } catch (error) {
    throw new PlainError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}
