// @ts-check
import { PlainError } from './plain-error.mjs';

/**
 * Runs a command's body; a PlainError becomes one sentence and exit code 1.
 *
 * @param {() => Promise<void>} body
 */
export async function runToTheEnd(body) {
  try {
    await body();
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
