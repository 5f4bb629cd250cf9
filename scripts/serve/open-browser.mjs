// @ts-check
import { spawn } from 'node:child_process';

/**
 * Opens the page in the person's browser where there is one to open; where there is none, nothing
 * happens, because the address is printed anyway.
 *
 * @param {string} url
 */
export function openBrowser(url) {
  const command = openCommand();
  if (!command) return;
  const [program, ...programArguments] = command;
  const child = spawn(program, [...programArguments, url], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}

/** @returns {[string, ...string[]] | undefined} */
function openCommand() {
  const { platform, env } = process;
  if (env['CI']) return undefined;
  if (platform === 'darwin') return ['open'];
  // The empty argument is the window's title: `start` would take the address for it.
  if (platform === 'win32') return ['cmd', '/c', 'start', ''];
  return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? ['xdg-open'] : undefined;
}
