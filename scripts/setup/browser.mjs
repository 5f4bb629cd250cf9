// @ts-check
/**
 * The Chrome or Chromium for the browser tests: one that is installed, else one from the system's
 * packages, else Playwright's own download.
 */
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { PlainError } from '../terminal/plain-error.mjs';
import { runCommand } from '../terminal/run-command.mjs';

const NAMES_ON_PATH = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];
const MAC_APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const WINDOWS_FOLDERS = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];
const WINDOWS_PROGRAMS = [
  'Google/Chrome/Application/chrome.exe',
  'Chromium/Application/chrome.exe',
];
const NO_BROWSER = '  No Chrome or Chromium here for the browser tests:';
const APT_INSTALL = ['install', '--yes', '--no-install-recommends', 'chromium'];
const APT = `as root, apt-get update and apt-get ${APT_INSTALL.join(' ')}`;
/** A launcher script is small; a browser is not. */
const LONGEST_LAUNCHER_BYTES = 16_384;

/**
 * @typedef {object} Machine
 * @property {NodeJS.Platform} platform
 * @property {Record<string, string | undefined>} environment
 * @property {(path: string) => boolean} isBrowser
 */

/** @type {Machine} */
const thisMachine = {
  platform: process.platform,
  environment: process.env,
  isBrowser: (path) => isExecutable(path) && !isSnapPlaceholder(path),
};

/** A browser that does nothing in the background that takes time or asks the network. */
export const QUIET_FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * @param {Machine} [machine]
 * @returns {string | undefined} path of an installed Chrome or Chromium; CHROME_PATH and CHROMIUM come first
 */
export function findBrowser(machine = thisMachine) {
  return candidates(machine).find((path) => machine.isBrowser(path));
}

/** @param {Machine} machine */
function candidates({ platform, environment }) {
  const chosen = [environment['CHROME_PATH'], environment['CHROMIUM']].flatMap(
    (path) => path || [],
  );
  if (platform === 'darwin') return [...chosen, ...MAC_APPLICATIONS];
  if (platform === 'win32') {
    const folders = WINDOWS_FOLDERS.flatMap((name) => environment[name] ?? []);
    return [
      ...chosen,
      ...folders.flatMap((folder) => WINDOWS_PROGRAMS.map((program) => `${folder}/${program}`)),
    ];
  }
  const folders = (environment['PATH'] ?? '').split(delimiter).filter(Boolean);
  return [
    ...chosen,
    ...NAMES_ON_PATH.flatMap((name) => folders.map((folder) => join(folder, name))),
  ];
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * Ubuntu's chromium-browser package is a script that only says how to install the snap.
 *
 * @param {string} path
 */
function isSnapPlaceholder(path) {
  return (
    statSync(path).size < LONGEST_LAUNCHER_BYTES &&
    readFileSync(path, 'utf8').includes('snap install chromium')
  );
}

/**
 * @returns {Promise<string>} path of the browser, which now exists
 * @throws {PlainError} where none can be installed
 */
export async function ensureBrowser() {
  const installed = findBrowser() ?? (await findPlaywrightBrowser());
  if (installed) return installed;

  if (isRootOnDebian() && (await agrees(`${NO_BROWSER} it installs the system's: ${APT}.`))) {
    await runCommand('apt-get', ['update'], { show: true });
    await runCommand('apt-get', APT_INSTALL, {
      show: true,
      environment: { DEBIAN_FRONTEND: 'noninteractive' },
    });
    const packaged = findBrowser();
    if (packaged) return packaged;
  }

  console.log(`${NO_BROWSER} it downloads Playwright's own into this account's cache.`);
  const playwright = join('node_modules', '@playwright', 'test', 'cli.js');
  await runCommand(process.execPath, [playwright, 'install', 'chromium'], { show: true });
  const downloaded = await findPlaywrightBrowser();
  if (downloaded) return downloaded;
  throw new PlainError(
    'No browser to test in: install Google Chrome or Chromium, or set CHROME_PATH to one, and run the command again.',
  );
}

/**
 * Says what is about to be done to the system and, where a person sits there, asks first. CI=true counts as yes, and so does a
 * run that nobody can answer.
 *
 * @param {string} sentence
 */
async function agrees(sentence) {
  console.log(sentence);
  if (process.env['CI'] || !process.stdin.isTTY) return true;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question('  Do that? [Y/n] ');
  terminal.close();
  return !/^\s*n/i.test(answer);
}

/** The one that `playwright install` downloads; Playwright finds it by itself. */
async function findPlaywrightBrowser() {
  // Imported here, because this module is also loaded before the packages are installed.
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

function isRootOnDebian() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version');
}
