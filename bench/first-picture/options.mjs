// @ts-check
import { parseArgs } from 'node:util';
import { PlainError } from '../../scripts/terminal/plain-error.mjs';
import { readCount } from '../scorers/read-count.mjs';

/**
 * @typedef {object} Options
 * @property {number} rounds how often each is measured
 */

const USAGE = 'Usage: npm run bench:first-picture -- [--rounds 5]';
const MOST_ROUNDS = 100;

/**
 * @param {string[]} commandLine
 * @returns {Options}
 * @throws {PlainError} for an option that is not known, or a value that is none
 */
export function readOptions(commandLine) {
  return { rounds: readCount('--rounds', parse(commandLine).rounds, MOST_ROUNDS) };
}

/** @param {string[]} commandLine */
function parse(commandLine) {
  try {
    return parseArgs({
      args: commandLine,
      options: { rounds: { type: 'string', default: '5' } },
    }).values;
  } catch {
    throw new PlainError(USAGE);
  }
}
