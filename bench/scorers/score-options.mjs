// @ts-check
import { parseArgs } from 'node:util';
import { PlainError } from '../../scripts/terminal/plain-error.mjs';
import { readThreads } from './read-count.mjs';

/**
 * @typedef {object} ScoreOptions
 * @property {string} scorer
 * @property {string} file path as given; "-" is the standard input
 * @property {number} threads of the embedded model
 */

const SCORE_USAGE =
  'Usage: npm run --silent score -- --scorer NAME [--threads 1] FILE.jsonl, or - for the standard input';

/**
 * @param {string[]} commandLine
 * @param {boolean} inputIsPiped whether the standard input comes from a file or another program
 * @returns {ScoreOptions}
 * @throws {PlainError} for an option that is not known, or one that is missing
 */
export function readScoreOptions(commandLine, inputIsPiped) {
  const { values, positionals } = parse(commandLine);
  const [file = inputIsPiped ? '-' : undefined, ...others] = positionals;
  if (values.scorer === undefined) throw new PlainError(`Name a scorer.\n${SCORE_USAGE}`);
  if (file === undefined) throw new PlainError(`Name a file of rows.\n${SCORE_USAGE}`);
  if (others.length > 0) throw new PlainError(`One file at a time.\n${SCORE_USAGE}`);
  return { scorer: values.scorer, file, threads: readThreads(values.threads) };
}

/** @param {string[]} commandLine */
function parse(commandLine) {
  try {
    return parseArgs({
      args: commandLine,
      allowPositionals: true,
      options: { scorer: { type: 'string' }, threads: { type: 'string', default: '1' } },
    });
  } catch (error) {
    throw new PlainError(
      `${error instanceof Error ? error.message : String(error)}\n${SCORE_USAGE}`,
    );
  }
}
