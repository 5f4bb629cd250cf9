import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build, preview, type InlineConfig, type Plugin } from 'vite';
import { repositoryRoot } from '../../scripts/repository-paths.mjs';

export interface ServedPage {
  readonly url: string;
  close(): Promise<void>;
}

const PORT = 4380;
const FOLDER = join(repositoryRoot, 'node_modules/.cache/torture-page');
const REGISTRY = join(repositoryRoot, 'src/engines/registry.ts');
const MANIFEST = 'models/embedded.json';

/**
 * The product, served as it is, with its policy in header and page, but for one thing: its list of engines has a script in place
 * of models, so that a run takes a second.
 */
export async function serveScriptedPage(): Promise<ServedPage> {
  const config: InlineConfig = {
    root: repositoryRoot,
    logLevel: 'error',
    publicDir: false,
    plugins: [scriptedEngines()],
    build: { outDir: FOLDER, emptyOutDir: true, minify: false, reportCompressedSize: false },
    preview: { host: 'localhost', port: PORT, strictPort: false },
  };
  await build(config);
  await mkdir(join(FOLDER, 'models'), { recursive: true });
  await cp(join(repositoryRoot, 'public', MANIFEST), join(FOLDER, MANIFEST));
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

function scriptedEngines(): Plugin {
  const scripted = JSON.stringify(join(import.meta.dirname, 'scripted-engines.ts'));
  return {
    name: 'scripted-engines',
    enforce: 'pre',
    load: (id) => (id === REGISTRY ? `export { ENGINES } from ${scripted};` : null),
  };
}
