import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { build, preview, type InlineConfig, type Plugin } from 'vite';
import { repositoryRoot } from '../../scripts/repository-paths.mjs';
import { isolationHeaders } from '../../scripts/serve/page-server.mjs';

/** What comes in place of a file, each time with status 200 and the length of what comes. */
export type Lie = 'half' | 'page' | 'garbage' | 'wrong-bytes';

export const LIES: readonly Lie[] = ['half', 'page', 'garbage', 'wrong-bytes'];

export interface LyingServer {
  readonly url: string;
  /** How often a lie was told since it was asked for. */
  readonly told: number;
  /** Sends something else than the file, whose path is under public/, from now on. */
  lie(file: string, lie: Lie): void;
  tellTheTruth(): void;
  close(): Promise<void>;
}

const PORT = 4384;

interface LieTold {
  file: string | null;
  lie: Lie;
  told: number;
}

/** The engines on a page of their own, from a server that can be made to lie. */
export async function serveLies(): Promise<LyingServer> {
  const state: LieTold = { file: null, lie: 'half', told: 0 };
  const config = configWith({
    name: 'lies',
    enforce: 'pre',
    configurePreviewServer: ({ middlewares }) => {
      middlewares.use((request, response, next) => {
        answer(state, request, response, next);
      });
    },
  });
  await build(config);
  const server = await preview(config);
  // By its number: WebLLM keeps no library of an address with “localhost” in it.
  const url = `http://127.0.0.1:${String(PORT)}/`;
  return {
    url,
    get told() {
      return state.told;
    },
    lie: (file, lie) => {
      Object.assign(state, { file, lie, told: 0 });
    },
    tellTheTruth: () => {
      state.file = null;
    },
    close: () => server.close(),
  };
}

function answer(
  state: LieTold,
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
): void {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  if (state.file === null || pathname !== `/${state.file}`) {
    next();
    return;
  }
  state.told += 1;
  const body = bodyOf(state.file, state.lie);
  const type = state.lie === 'page' ? 'text/html' : 'application/octet-stream';
  const headers = { 'Content-Length': body.length, 'Content-Type': type };
  response.writeHead(200, { ...isolationHeaders, ...headers });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function configWith(lies: Plugin): InlineConfig {
  return {
    configFile: join(repositoryRoot, 'e2e/engines/harness/vite.config.ts'),
    logLevel: 'error',
    plugins: [lies],
    build: { outDir: join(repositoryRoot, 'node_modules/.cache/torture-engines') },
    preview: { host: '127.0.0.1', port: PORT, strictPort: true },
  };
}

const SIGN_IN = Buffer.from('<!doctype html><title>Welcome</title><p>Sign in to use this network.');
const MAGIC_BYTES = 8;
const GARBAGE_BYTES = 100_000;
const CHANGED_BYTES = 16;

function bodyOf(file: string, lie: Lie): Buffer {
  const whole = readFileSync(join(repositoryRoot, 'public', file));
  switch (lie) {
    case 'half':
      return whole.subarray(0, Math.floor(whole.length / 2));
    case 'page':
      return SIGN_IN;
    case 'garbage':
      return Buffer.concat([
        whole.subarray(0, MAGIC_BYTES),
        Buffer.alloc(GARBAGE_BYTES, 'garbage '),
      ]);
    case 'wrong-bytes': {
      const middle = Math.floor(whole.length / 2);
      for (let at = middle; at < middle + CHANGED_BYTES; at += 1) {
        // A letter stays a letter and a digit a digit: what is text can still be read.
        whole[at] = (whole[at] ?? 0) ^ 1;
      }
      return whole;
    }
  }
}
