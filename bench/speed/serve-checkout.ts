import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { PlainError } from '../../scripts/terminal/plain-error.mjs';

/** A checkout's two pages: the playground as it is built, and the engines on a page of their own. */
export interface ServedCheckout {
  readonly appUrl: string;
  readonly enginesUrl: string;
  close(): Promise<void>;
}

const HARNESS = 'e2e/engines/harness/vite.config.ts';

/** Serves a checkout with its own Vite, so that an older one is built as it was meant. */
export async function serveCheckout(folder: string, port: number): Promise<ServedCheckout> {
  const vite = join(folder, 'node_modules/.bin/vite');
  const outDir = join(folder, 'node_modules/.cache/bench-speed');
  await finished(spawn(vite, ['build', '-c', HARNESS, '--outDir', outDir], { cwd: folder }));
  const app = ['preview', '--port', String(port), '--strictPort'];
  const engines = ['preview', '-c', HARNESS, '--outDir', outDir, '--port', String(port + 1)];
  const servers = [app, engines].map((options) => spawn(vite, options, { cwd: folder }));
  const urls = [port, port + 1].map((one) => `http://localhost:${String(one)}/`);
  const close = async (): Promise<void> => {
    await Promise.all(servers.map(ended));
  };
  try {
    await Promise.race([Promise.all(urls.map(answers)), ...servers.map(leftEarly)]);
  } catch (error) {
    await close();
    throw error;
  }
  return { appUrl: urls[0] ?? '', enginesUrl: urls[1] ?? '', close };
}

/** Stops a server and waits until its port is free. */
async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  server.kill();
  await once(server, 'exit');
}

/** A server that finds its port taken ends: what answers there is another checkout. */
async function leftEarly(server: ChildProcess): Promise<never> {
  await once(server, 'exit');
  throw new PlainError('A server ended early: is one of an earlier measurement still running?');
}

function finished(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new PlainError(`Building a checkout's engine page failed (${String(code)}).`));
    });
  });
}

const MOST_TRIES = 100;

/** Waits until a server that has just been started answers. */
async function answers(url: string): Promise<void> {
  for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
    const response = await fetch(url).catch(() => null);
    if (response?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new PlainError(`Nothing answered at ${url}: is the checkout built?`);
}
