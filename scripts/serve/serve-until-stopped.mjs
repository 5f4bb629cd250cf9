// @ts-check
import { repositoryRoot } from '../repository-paths.mjs';
import { PlainError } from '../terminal/plain-error.mjs';
import { openBrowser } from './open-browser.mjs';
import { policyServer } from './policy-server.mjs';

/** Vite's usual ports. */
const DEFAULT_PORT = { built: 4173, development: 5173 };

/**
 * Serves the page until Ctrl-C, which is the proper end and exits with 0.
 *
 * @param {'built' | 'development'} page
 * @param {import('./serve-options.mjs').ServeOptions} options
 */
export async function serveUntilStopped(page, { port, host, open, policy }) {
  const address = {
    host,
    port: port ?? DEFAULT_PORT[page],
    // A port that was asked for is used or refused; the default one may give way to the next.
    strictPort: port !== undefined,
  };
  const url = await startServer(page, address, policy);
  const beside =
    policy === undefined ? '' : `\nIts Models screen names the server at ${policy.address}.`;
  console.log(`\nPRS Playground: ${url}${beside}\nCtrl-C stops it.`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
  if (open) openBrowser(url);
}

/** Imported here, because Vite is installed only in an earlier step. */
async function importVite() {
  try {
    return await import('vite');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new PlainError(
      `The packages in node_modules are damaged (${reason}): run \`npm ci\`, which installs them anew, and then the command again.`,
    );
  }
}

/**
 * @param {'built' | 'development'} page
 * @param {{ host: string, port: number, strictPort: boolean }} address
 * @param {import('./policy-server.mjs').PolicyServer | undefined} policy
 * @returns {Promise<string>} the page's address
 */
async function startServer(page, address, policy) {
  const vite = await importVite();
  const plugins = policy === undefined ? [] : [policyServer(policy)];
  try {
    if (page === 'built') {
      const server = await vite.preview({ root: repositoryRoot, preview: address, plugins });
      return server.resolvedUrls?.local[0] ?? server.resolvedUrls?.network[0] ?? '';
    }
    const server = await vite.createServer({ root: repositoryRoot, server: address, plugins });
    await server.listen();
    return server.resolvedUrls?.local[0] ?? server.resolvedUrls?.network[0] ?? '';
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes('already in use')) throw error;
    throw new PlainError(
      `Port ${address.port} is in use: choose another, for example npm start -- --port ${address.port + 1}.`,
    );
  }
}
