// @ts-check
import { parseArgs } from 'node:util';
import { PlainError } from '../../scripts/terminal/plain-error.mjs';
import { readCount } from '../scorers/read-count.mjs';

/**
 * @typedef {object} Options
 * @property {number} rounds how often each side is measured
 * @property {number} tokens most new tokens of a response, and of the feedback
 * @property {boolean} defaultScorer whether the page's own scorer is measured too, in place of the rubric, which asks no model
 */

const USAGE = 'Usage: npm run bench:overhead -- [--rounds 3] [--tokens 64] [--default-scorer]';
const MOST_ROUNDS = 100;
const MOST_TOKENS = 1024;

/**
 * @param {string[]} commandLine
 * @returns {Options}
 * @throws {PlainError} for an option that is not known, or a value that is none
 */
export function readOptions(commandLine) {
  const { rounds, tokens, 'default-scorer': defaultScorer } = parse(commandLine);
  return {
    rounds: readCount('--rounds', rounds, MOST_ROUNDS),
    tokens: readCount('--tokens', tokens, MOST_TOKENS),
    defaultScorer,
  };
}

/** @param {string[]} commandLine */
function parse(commandLine) {
  try {
    return parseArgs({
      args: commandLine,
      options: {
        rounds: { type: 'string', default: '3' },
        tokens: { type: 'string', default: '64' },
        'default-scorer': { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new PlainError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}
