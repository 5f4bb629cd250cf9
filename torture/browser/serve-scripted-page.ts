import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build, preview, type InlineConfig, type Plugin } from 'vite';
import { repositoryRoot } from '../../scripts/repository-paths.mjs';

export interface ServedPage {
  readonly url: string;
  close(): Promise<void>;
}

const PORT = 4380;
const REGISTRY = join(repositoryRoot, 'src/engines/registry.ts');
const MANIFEST = 'models/embedded.json';

/** The product with a script in place of models, so that a run takes a second. */
export function serveScriptedPage(): Promise<ServedPage> {
  const engines = join(import.meta.dirname, 'scripted-engines.ts');
  return servePageWith({ engines, folder: 'torture-page', minify: false });
}

export interface PageWithEngines {
  /** The file whose `ENGINES` stand in place of the page's. */
  readonly engines: string;
  /** Of the built page, its name among what is cached. */
  readonly folder: string;
  readonly minify: boolean;
}

/** The product, served as it is, with its policy in header and page, but for one thing: its list of engines. */
export async function servePageWith(page: PageWithEngines): Promise<ServedPage> {
  const folder = join(repositoryRoot, 'node_modules/.cache', page.folder);
  const config: InlineConfig = {
    root: repositoryRoot,
    logLevel: 'error',
    publicDir: false,
    plugins: [enginesOf(page.engines)],
    build: {
      ...{ outDir: folder, emptyOutDir: true, reportCompressedSize: false },
      ...(page.minify ? {} : { minify: false }),
    },
    preview: { host: 'localhost', port: PORT, strictPort: false },
  };
  await build(config);
  await mkdir(join(folder, 'models'), { recursive: true });
  await cp(join(repositoryRoot, 'public', MANIFEST), join(folder, MANIFEST));
  return servedBy(config);
}

/** What `npm start` serves, built before. */
export function serveBuiltPage(): Promise<ServedPage> {
  const address = { host: 'localhost', port: PORT, strictPort: false };
  return servedBy({ root: repositoryRoot, logLevel: 'error', preview: address });
}

async function servedBy(config: InlineConfig): Promise<ServedPage> {
  const server = await preview(config);
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('A server was started that has no address.');
  return { url, close: () => server.close() };
}

function enginesOf(file: string): Plugin {
  const engines = JSON.stringify(file);
  return {
    name: 'other-engines',
    enforce: 'pre',
    load: (id) => (id === REGISTRY ? `export { ENGINES } from ${engines};` : null),
  };
}
