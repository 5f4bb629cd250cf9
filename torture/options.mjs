// @ts-check
import { parseArgs } from 'node:util';
import { readCount } from '../bench/scorers/read-count.mjs';
import { PlainError } from '../scripts/terminal/plain-error.mjs';

/**
 * @typedef {object} Options
 * @property {readonly string[] | null} only ids of the attacks that are made; null for all
 * @property {number} seed of the first try; each one after it has the next
 * @property {boolean} small as few tries as `npm test` has time for
 * @property {number | null} tries of each attack; null for as many as it asks for
 */

const USAGE = 'Usage: npm run torture -- [--only run-files,kills] [--seed 1] [--tries 1] [--small]';
const MOST = 2 ** 31 - 1;

/**
 * @param {string[]} commandLine
 * @returns {Options}
 * @throws {PlainError} for an option that is not known, or a value that is none
 */
export function readOptions(commandLine) {
  const { only, seed, small, tries } = parse(commandLine);
  return {
    only: only?.split(',') ?? null,
    seed: readCount('--seed', seed, MOST),
    small,
    tries: tries === undefined ? null : readCount('--tries', tries, MOST),
  };
}

/** @param {string[]} commandLine */
function parse(commandLine) {
  try {
    return parseArgs({
      args: commandLine,
      options: {
        only: { type: 'string' },
        seed: { type: 'string', default: '1' },
        small: { type: 'boolean', default: false },
        tries: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new PlainError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

/**
 * @typedef {object} KillOptions
 * @property {number} seed of the moments
 * @property {number} kills
 */

const KILLS_USAGE = 'Usage: npm run study:killtest -- [--seed 20261126] [--kills 20]';
const MOST_KILLS = 1000;

/**
 * @param {string[]} commandLine
 * @returns {KillOptions}
 * @throws {PlainError} for an option that is not known, or a value that is none
 */
export function readKillOptions(commandLine) {
  const options = {
    seed: { type: /** @type {const} */ ('string'), default: '20261126' },
    kills: { type: /** @type {const} */ ('string'), default: '20' },
  };
  try {
    const { seed, kills } = parseArgs({ args: commandLine, options }).values;
    return {
      seed: readCount('--seed', seed, MOST),
      kills: readCount('--kills', kills, MOST_KILLS),
    };
  } catch (error) {
    throw new PlainError(
      `${error instanceof Error ? error.message : String(error)}\n${KILLS_USAGE}`,
    );
  }
}
