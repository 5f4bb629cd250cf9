// @ts-check
import { parseArgs } from 'node:util';
import { PlainError } from '../../scripts/terminal/plain-error.mjs';
import { readCount, readThreads } from './read-count.mjs';

/**
 * @typedef {object} BenchOptions
 * @property {string[] | null} scorers ids; null for all
 * @property {string[] | null} sets ids; null for all
 * @property {number | null} sample pairs of each set; null for as many as each scorer's default
 * @property {boolean} check measures again and compares with the committed table, which stays as it is
 * @property {boolean} withModel whether a check goes for the scorers too that need the embedded model
 * @property {boolean} openings compares how much of a response preference information reads, and leaves the table as it is
 * @property {boolean} fresh whether figures that an earlier measurement left behind are read anew
 * @property {number} threads of the embedded model
 */

const USAGE =
  'Usage: npm run bench:scorers -- [--scorers a,b] [--sets a,b] [--sample 40] [--check [--with-model]] [--openings] [--fresh] [--threads 1]';
const MOST_PAIRS = 100_000;

/**
 * @param {string[]} commandLine
 * @returns {BenchOptions}
 * @throws {PlainError} for an option that is not known, or a value that is none
 */
export function readBenchOptions(commandLine) {
  const values = parse(commandLine);
  return {
    scorers: readNames('--scorers', values.scorers),
    sets: readNames('--sets', values.sets),
    sample: values.sample === undefined ? null : readCount('--sample', values.sample, MOST_PAIRS),
    check: values.check,
    withModel: values['with-model'],
    openings: values.openings,
    fresh: values.fresh,
    threads: readThreads(values.threads),
  };
}

/** @param {string[]} commandLine */
function parse(commandLine) {
  try {
    return parseArgs({
      args: commandLine,
      options: {
        scorers: { type: 'string' },
        sets: { type: 'string' },
        sample: { type: 'string' },
        check: { type: 'boolean', default: false },
        'with-model': { type: 'boolean', default: false },
        openings: { type: 'boolean', default: false },
        fresh: { type: 'boolean', default: false },
        threads: { type: 'string', default: '1' },
      },
    }).values;
  } catch (error) {
    throw new PlainError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

/**
 * @param {string} option
 * @param {string | undefined} text names with commas between
 */
function readNames(option, text) {
  if (text === undefined) return null;
  const names = text.split(',').map((name) => name.trim());
  if (names.every((name) => name !== '')) return names;
  throw new PlainError(`${option} takes names with commas between and got "${text}".`);
}
