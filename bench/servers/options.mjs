// @ts-check
import { parseArgs } from 'node:util';
import { PlainError } from '../../scripts/terminal/plain-error.mjs';
import { readCount } from '../scorers/read-count.mjs';

/**
 * @typedef {object} Options
 * @property {readonly [string, string]} addresses
 * @property {number} tokens most of an answer
 */

const USAGE =
  'Usage: npm run bench:servers -- http://one:8000/v1 http://other:8080/v1 [--tokens 60]';
const MOST_TOKENS = 2048;

/**
 * @param {string[]} commandLine
 * @returns {Options}
 * @throws {PlainError} for an option that is not known, or a value that is none
 */
export function readOptions(commandLine) {
  const { values, positionals } = parse(commandLine);
  const [one, other, ...others] = positionals;
  if (one === undefined || other === undefined || others.length > 0) {
    throw new PlainError(`Name two servers.\n${USAGE}`);
  }
  return {
    addresses: [one, other],
    tokens: readCount('--tokens', values.tokens, MOST_TOKENS),
  };
}

/** @param {string[]} commandLine */
function parse(commandLine) {
  try {
    return parseArgs({
      args: commandLine,
      allowPositionals: true,
      options: { tokens: { type: 'string', default: '60' } },
    });
  } catch (error) {
    throw new PlainError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}
