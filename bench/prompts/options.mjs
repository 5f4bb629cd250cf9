// @ts-check
import { parseArgs } from 'node:util';
import { PlainError } from '../../scripts/terminal/plain-error.mjs';
import { readCount, readThreads } from '../scorers/read-count.mjs';

/**
 * @typedef {object} Options
 * @property {'tuning' | 'held-out'} half whose wishes are sampled, and told of
 * @property {'rubric' | 'blend'} chooser who chooses anchors and winners
 * @property {number} wishes how many of each prompt's preferences are sampled
 * @property {number} seeds how many seeds each of these is sampled with
 * @property {readonly string[] | null} prompts names of the templates to sample; null for all
 * @property {number} minutes after which no further wish is begun
 * @property {number} threads of the engine in the browser
 * @property {string | null} native folder that tools/llama-cpp/build-native.sh filled: the engine without a browser, on one thread
 * @property {readonly [number, number]} share which of how many parts of the prompts is sampled, for several processes at once
 * @property {boolean} report whether nothing is sampled and the table of what is there is printed
 */

const USAGE =
  'Usage: npm run study:prompts -- [--half tuning|held-out] [--chooser rubric|blend] [--wishes 2] [--seeds 1] [--prompts NAME …] [--minutes 60] [--threads 2] [--native FOLDER] [--share 1/1] [--report]';

/**
 * @param {string[]} commandLine
 * @returns {Options}
 * @throws {PlainError} for an option that is not known, or a value that is none
 */
export function readOptions(commandLine) {
  const { half, chooser, wishes, seeds, prompts, minutes, threads, native, share, report } =
    parse(commandLine);
  if (half !== 'tuning' && half !== 'held-out') throw new PlainError(USAGE);
  if (chooser !== 'rubric' && chooser !== 'blend') throw new PlainError(USAGE);
  return {
    half,
    chooser,
    wishes: readCount('--wishes', wishes, 2),
    seeds: readCount('--seeds', seeds, 9),
    prompts: prompts ?? null,
    minutes: readCount('--minutes', minutes, 600),
    threads: readThreads(threads),
    native: native ?? null,
    share: readShare(share),
    report,
  };
}

/**
 * @param {string} text
 * @returns {readonly [number, number]}
 */
function readShare(text) {
  const [which = '', of = ''] = text.split('/');
  const parts = readCount('--share', of, 64);
  return [readCount('--share', which, parts), parts];
}

/** @param {string[]} commandLine */
function parse(commandLine) {
  try {
    return parseArgs({
      args: commandLine,
      options: {
        half: { type: 'string', default: 'tuning' },
        chooser: { type: 'string', default: 'rubric' },
        wishes: { type: 'string', default: '2' },
        seeds: { type: 'string', default: '1' },
        prompts: { type: 'string', multiple: true },
        minutes: { type: 'string', default: '60' },
        threads: { type: 'string', default: '2' },
        native: { type: 'string' },
        share: { type: 'string', default: '1/1' },
        report: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new PlainError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}
