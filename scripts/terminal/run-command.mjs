// @ts-check
import { spawn } from 'node:child_process';
import { repositoryRoot } from '../repository-paths.mjs';

/**
 * @typedef {object} CommandResult
 * @property {number | null} exitCode null where the command does not exist or was ended by a signal
 * @property {string} output standard output and error, empty where they were shown directly
 */

/**
 * Runs a program in the repository's root and waits for it. Never throws: a program that is not
 * there is an answer too.
 *
 * @param {string} command
 * @param {string[]} commandArguments
 * @param {object} [options]
 * @param {boolean} [options.show] let the program write to this terminal instead of collecting what it writes
 * @param {boolean} [options.shell] start it through the system's shell
 * @param {Record<string, string>} [options.environment] added to this process's own
 * @returns {Promise<CommandResult>}
 */
export function runCommand(
  command,
  commandArguments,
  { show = false, shell = false, environment = {} } = {},
) {
  return new Promise((resolve) => {
    const child = spawn(command, commandArguments, {
      cwd: repositoryRoot,
      shell,
      env: { ...process.env, ...environment },
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ exitCode: null, output: output + error.message }));
    child.on('close', (exitCode) => resolve({ exitCode, output }));
  });
}
