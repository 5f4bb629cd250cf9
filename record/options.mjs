// @ts-check
import { parseArgs } from 'node:util';
import { readThreads } from '../bench/scorers/read-count.mjs';
import { PlainError } from '../scripts/terminal/plain-error.mjs';

/**
 * @typedef {object} Options
 * @property {readonly string[] | null} only names of the wishes to record, anew where they are recorded; null for all that aren't
 * @property {number} threads of the engine in the browser
 * @property {boolean} choose whether nothing is recorded
 * @property {boolean} scoreAgain whether what is recorded is scored by today's blend, and nothing recorded
 * @property {string | null} typical texts that a report wrote, to say which wish is typical of, and nothing else; null to record or choose
 */

const USAGE =
  'Usage: npm run record -- [--only NAME …] [--threads 2] [--choose | --score-again]\n       npm run record -- --typical responses.jsonl';

/**
 * @param {string[]} commandLine
 * @returns {Options}
 * @throws {PlainError} for an option that is not known, or a value that is none
 */
export function readOptions(commandLine) {
  const { only, threads, choose, 'score-again': scoreAgain, typical } = parse(commandLine);
  return {
    ...{ only: only ?? null, threads: readThreads(threads), choose, scoreAgain },
    typical: typical ?? null,
  };
}

/** @param {string[]} commandLine */
function parse(commandLine) {
  try {
    return parseArgs({
      args: commandLine,
      options: {
        only: { type: 'string', multiple: true },
        threads: { type: 'string', default: '2' },
        choose: { type: 'boolean', default: false },
        'score-again': { type: 'boolean', default: false },
        typical: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new PlainError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}
