// @ts-check
import { parseArgs } from 'node:util';
import { PlainError } from '../../scripts/terminal/plain-error.mjs';
import { readCount } from '../scorers/read-count.mjs';

/**
 * @typedef {object} Options
 * @property {string | null} before folder of a checkout that is measured beside this one
 * @property {number} rounds how often each side is measured, in turns
 * @property {boolean} native whether llama.cpp is measured without a browser too
 * @property {number} tokens most new tokens of a response, and of the feedback, in the page's run
 */

const USAGE =
  'Usage: npm run bench:speed -- [--before FOLDER] [--rounds 1] [--tokens 96] [--native]';

/**
 * @param {string[]} commandLine
 * @returns {Options}
 * @throws {PlainError} for an option that is not known, or a value that is none
 */
export function readOptions(commandLine) {
  const { before, rounds, tokens, native } = parse(commandLine);
  return {
    before: before ?? null,
    native,
    rounds: readCount('--rounds', rounds, 20),
    tokens: readCount('--tokens', tokens, 1024),
  };
}

/** @param {string[]} commandLine */
function parse(commandLine) {
  try {
    return parseArgs({
      args: commandLine,
      options: {
        before: { type: 'string' },
        rounds: { type: 'string', default: '1' },
        tokens: { type: 'string', default: '96' },
        native: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new PlainError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}
