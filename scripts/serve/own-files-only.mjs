// @ts-check
import { realpath } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';

/**
 * Serves what lies in the folder of the built page, and nothing that a link there leads to.
 *
 * @returns {import('vite').Plugin}
 */
export function ownFilesOnly() {
  return {
    name: 'own-files-only',
    configurePreviewServer: ({ middlewares, config }) => {
      const folder = resolve(config.root, config.build.outDir);
      middlewares.use((request, response, next) => {
        leadsOutside(folder, request.url ?? '/').then((outside) => {
          if (outside) response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not here.');
          else next();
        }, next);
      });
    },
  };
}

/**
 * @param {string} folder
 * @param {string} url path and query, as it was asked
 * @returns {Promise<boolean>}
 */
async function leadsOutside(folder, url) {
  const path = decodedPath(url);
  if (path === undefined) return true;
  const home = await realpath(folder);
  // What isn't there is answered by the server as that.
  const file = await realpath(join(folder, path)).catch(() => home);
  return file !== home && !file.startsWith(home + sep);
}

/** @param {string} url */
function decodedPath(url) {
  try {
    const path = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '');
    return path.includes('\0') ? undefined : path;
  } catch {
    return undefined;
  }
}
