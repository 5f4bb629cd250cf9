import { createReadStream, statSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { build, preview, type InlineConfig, type Plugin } from 'vite';
import { repositoryRoot } from '../../../scripts/repository-paths.mjs';
import { isolationHeaders } from '../../../scripts/serve/page-server.mjs';

const PORT = 4395;

export interface ServedPage {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Builds a page with nothing but the engines, so that the product holds no code of a bench, and serves it with the embedded
 * model on the next free port.
 *
 * @param threads of the engine, which takes one less than the cores that it sees
 */
export async function serveEmbedded(threads: number): Promise<ServedPage> {
  const config = configFor(threads);
  await build(config);
  const server = await preview(config);
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('A server was started that has no address.');
  return { url, close: () => server.close() };
}

function configFor(threads: number): InlineConfig {
  return {
    configFile: false,
    root: import.meta.dirname,
    base: './',
    publicDir: false,
    logLevel: 'error',
    plugins: [serveModels()],
    define: { 'navigator.hardwareConcurrency': String(threads + 1) },
    worker: { format: 'es' },
    build: {
      target: 'es2022',
      outDir: join(repositoryRoot, `node_modules/.cache/bench-scorers-page-${String(threads)}`),
      emptyOutDir: true,
      chunkSizeWarningLimit: 7000,
      reportCompressedSize: false,
    },
    preview: { headers: isolationHeaders, host: 'localhost', port: PORT, strictPort: false },
  };
}

/** Serves public/models from where it is: a copy in the build would be 200 MB. */
function serveModels(): Plugin {
  return {
    name: 'serve-models',
    configurePreviewServer: ({ middlewares }) => {
      middlewares.use('/models', (request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        const path = join(repositoryRoot, 'public/models', normalize(decodeURIComponent(pathname)));
        const found = statSync(path, { throwIfNoEntry: false });
        if (found?.isFile() !== true) {
          next();
          return;
        }
        response.writeHead(200, { ...isolationHeaders, 'Content-Length': found.size });
        if (request.method === 'HEAD') response.end();
        else createReadStream(path).pipe(response);
      });
    },
  };
}
