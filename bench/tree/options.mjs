// @ts-check
import { PlainError } from '../../scripts/terminal/plain-error.mjs';

const USUAL_MOST = 10_000;

/**
 * How many nodes the largest tree may have.
 *
 * @param {readonly string[]} args what stands behind the command
 * @returns {number}
 * @throws {PlainError} where they say anything else
 */
export function readMost(args) {
  const [option, value, ...more] = args;
  if (option === undefined) return USUAL_MOST;
  const most = Number(value);
  if (option === '--most' && more.length === 0 && Number.isSafeInteger(most) && most >= 100) {
    return most;
  }
  throw new PlainError('Say nothing, or --most with a number of nodes, 100 at least.');
}
