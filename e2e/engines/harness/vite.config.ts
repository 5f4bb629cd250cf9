import { createReadStream, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, normalize } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { isolationHeaders } from '../../../scripts/serve/page-server.mjs';

const repository = join(import.meta.dirname, '../../..');

/** A WebAssembly module that imports `env.made_for_another_version`, which no runtime provides. */
const WRONG_LIBRARY = Buffer.from([
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0],
  ...[2, 0x20, 1, 3, ...Buffer.from('env'), 24, ...Buffer.from('made_for_another_version'), 0, 0],
]);

/** Bytes after which a connection is cut: more than a configuration, less than any weights. */
const CUT_AFTER_BYTES = 1_000_000;

/**
 * Serves public/ from where it is, since a copy in the build would be 200 MB, and the same under addresses that fail:
 * `/without/FILE/…` has no FILE, `/cut-off/…` cuts the connection in the middle, `/damaged/…` sends a file's beginning as if it
 * were the whole, `/wrong.wasm` links with nothing.
 */
function serveModels(): Plugin {
  const serve = (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const [, failure, file] =
      /^(?:\/(cut-off|damaged|without\/[^/]+))?(\/(?:models|webllm)\/.*|\/wrong\.wasm)$/.exec(
        path,
      ) ?? [];
    if (file === undefined) next();
    else if (file === '/wrong.wasm') send(response, WRONG_LIBRARY);
    else if (failure?.startsWith('without/') && file.endsWith(`/${failure.slice(8)}`)) {
      send(response, null);
    } else if (failure === 'damaged') send(response, beginningOf(file));
    else sendFile(request, response, { file, cut: failure === 'cut-off' });
  };
  return {
    name: 'serve-models',
    configurePreviewServer: ({ middlewares }) => {
      middlewares.use(serve);
    },
  };
}

/** As much of a file as llama.cpp begins to read. */
function beginningOf(file: string): Buffer {
  return readFileSync(join(repository, 'public', normalize(file))).subarray(0, 4000);
}

function send(response: ServerResponse, body: Buffer | null): void {
  response.writeHead(body === null ? 404 : 200, isolationHeaders).end(body ?? 'not here');
}

function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  { file, cut }: { readonly file: string; readonly cut: boolean },
): void {
  const path = join(repository, 'public', normalize(file));
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isFile() !== true) {
    send(response, null);
    return;
  }
  response.writeHead(200, {
    ...isolationHeaders,
    'Content-Length': found.size,
    'Content-Type': path.endsWith('.json') ? 'application/json' : 'application/octet-stream',
  });
  if (request.method === 'HEAD') response.end();
  else if (cut && found.size > CUT_AFTER_BYTES) {
    const start = createReadStream(path, { end: CUT_AFTER_BYTES });
    start.pipe(response, { end: false });
    start.on('end', () => response.socket?.destroySoon());
  } else createReadStream(path).pipe(response);
}

/** The engines on a page of their own, built like the product, so that the product holds no test code. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  publicDir: false,
  plugins: [serveModels()],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    emptyOutDir: true,
    chunkSizeWarningLimit: 7000,
    reportCompressedSize: false,
  },
  preview: { strictPort: true, headers: isolationHeaders },
});
