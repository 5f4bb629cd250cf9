import { join } from 'node:path';
import { build, preview, type PreviewServer } from 'vite';
import { manifest } from '../../scripts/embedded-model/manifest.mjs';
import { repositoryRoot } from '../../scripts/repository-paths.mjs';

export interface ServedPages {
  /** The playground as it is built. */
  readonly appUrl: string;
  /** The page with nothing but the engine. */
  readonly bareUrl: string;
  /** The file that both load. */
  readonly modelUrl: string;
  close(): Promise<void>;
}

const PORT = 4390;

/** Builds the bare page and serves it beside dist/, each on the next free port. */
export async function servePages(): Promise<ServedPages> {
  const configFile = join(import.meta.dirname, 'bare/vite.config.ts');
  await build({ configFile });
  const address = { host: 'localhost', port: PORT, strictPort: false };
  const app = await preview({ root: repositoryRoot, logLevel: 'error', preview: address });
  const bare = await preview({ configFile, preview: address });
  const appUrl = addressOf(app);
  return {
    appUrl,
    bareUrl: addressOf(bare),
    modelUrl: new URL(`models/${manifest.llamaCpp.gguf}`, appUrl).href,
    close: async () => {
      await Promise.all([app.close(), bare.close()]);
    },
  };
}

function addressOf(server: PreviewServer): string {
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('A server was started that has no address.');
  return url;
}
