// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { findPip } from '../embedded-model/download-wheel.mjs';
import { ensureSourceGguf } from '../embedded-model/source-gguf.mjs';
import { fetchedModelsFolder, repositoryRoot } from '../repository-paths.mjs';
import { runCommand } from '../terminal/run-command.mjs';

/** llama.cpp's server, built for most machines: 34 MB, MIT, no dependency. */
const PACKAGE = 'xllamacpp==2026.10.11549';

const FOLDER = join(fetchedModelsFolder, 'llama-cpp-server');

const PORT = 8117;

/**
 * Runs something beside llama.cpp's server, which serves the embedded weights over the OpenAI protocol.
 *
 * @param {(address: string) => Promise<void>} run
 * @returns {Promise<string | undefined>} why it was not run, where the server is not to be had on this machine
 */
export async function besideLlamaCppServer(run) {
  const python = await installServer();
  if (python === undefined) return `skipped: pip has no ${PACKAGE} for this machine`;
  const weights = await ensureSourceGguf();
  const [command = 'python3', ...first] = python;
  const program = join(repositoryRoot, 'scripts', 'testing', 'serve-llama-cpp.py');
  const server = spawn(command, [...first, program, weights, String(PORT)], {
    env: { ...process.env, PYTHONPATH: FOLDER },
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

/** @returns {Promise<string[] | undefined>} the Python that it was installed for */
async function installServer() {
  const pip = await findPip();
  if (pip === undefined) return undefined;
  // pip as a program of its own belongs to the Python beside it.
  const python = pip.length > 1 ? pip.slice(0, -2) : ['python3'];
  const isThere = await runCommand(
    python[0] ?? '',
    [...python.slice(1), '-c', 'import xllamacpp'],
    {
      environment: { PYTHONPATH: FOLDER },
    },
  );
  if (isThere.exitCode === 0) return python;
  const [command = 'pip', ...first] = pip;
  const { exitCode } = await runCommand(command, [
    ...first,
    ...['install', '--no-deps', '--only-binary=:all:', '--no-input', '--quiet'],
    ...['--disable-pip-version-check', '--target', FOLDER, PACKAGE],
  ]);
  return exitCode === 0 ? python : undefined;
}
