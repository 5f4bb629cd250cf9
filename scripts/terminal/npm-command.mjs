// @ts-check
import { runCommand } from './run-command.mjs';

/**
 * Runs npm, the same one that started this script if one did. Called through Node, because Windows'
 * npm.cmd can only be started by a shell.
 *
 * @param {string[]} npmArguments
 * @param {Record<string, string>} [environment] added to this process's own
 */
export function runNpm(npmArguments, environment = {}) {
  const startedBy = process.env['npm_execpath'];
  if (startedBy?.endsWith('npm-cli.js')) {
    return runCommand(process.execPath, [startedBy, ...npmArguments], { show: true, environment });
  }
  return runCommand('npm', npmArguments, {
    environment,
    show: true,
    shell: process.platform === 'win32',
  });
}
