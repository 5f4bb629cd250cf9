// @ts-check
import { PlainError } from '../../scripts/terminal/plain-error.mjs';

const MOST_THREADS = 64;

/** @param {string} text what stands after --threads */
export function readThreads(text) {
  return readCount('--threads', text, MOST_THREADS);
}

/**
 * @param {string} option
 * @param {string} text
 * @param {number} most
 * @throws {PlainError} where the text is no whole number from 1 to `most`
 */
export function readCount(option, text, most) {
  const count = /^\d+$/.test(text) ? Number(text) : 0;
  if (count >= 1 && count <= most) return count;
  throw new PlainError(`${option} takes a whole number from 1 to ${most} and got "${text}".`);
}
