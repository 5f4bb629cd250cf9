import { createReadStream, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, normalize } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const repository = join(import.meta.dirname, '../../..');

const isolationHeaders = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/** Serves public/ from where it is: a copy in the build would be 200 MB. */
function servePublic(): Plugin {
  const serve = (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(repository, 'public', normalize(path));
    const size = statSync(file, { throwIfNoEntry: false });
    if (!/^\/(models|webllm)\//.test(path)) {
      next();
      return;
    }
    const found = size?.isFile() === true;
    response.writeHead(found ? 200 : 404, {
      ...isolationHeaders,
      'Content-Length': found ? size.size : 0,
      'Content-Type': path.endsWith('.json') ? 'application/json' : 'application/octet-stream',
    });
    if (found && request.method !== 'HEAD') createReadStream(file).pipe(response);
    else response.end();
  };
  return {
    name: 'serve-public',
    configurePreviewServer: ({ middlewares }) => {
      middlewares.use(serve);
    },
  };
}

/** The engines on a page of their own, built like the product, so that the product holds no test code. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  publicDir: false,
  plugins: [servePublic()],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    outDir: join(repository, 'node_modules/.cache/engine-harness'),
    emptyOutDir: true,
    chunkSizeWarningLimit: 7000,
    reportCompressedSize: false,
  },
  preview: { port: 4301, strictPort: true, headers: isolationHeaders },
});
