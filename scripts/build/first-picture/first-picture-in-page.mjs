// @ts-check
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { repositoryRoot } from '../../repository-paths.mjs';

const run = promisify(execFile);

/** In CSS pixels, of a window, the picture and the chart of splits in it: index.html chooses by the same border as the page's styles. */
const WIDTHS = /** @type {const} */ ({
  wide: { window: 1280, picture: 648, split: 295 },
  narrow: { window: 390, picture: 358, split: 358 },
});

/** Within the repository, so that the packages are found. */
const CACHE = join(repositoryRoot, 'node_modules/.cache');

/**
 * Writes what a first visit sees into the built page, so that the recorded run is in the first bytes and is seen before any of the
 * page's code has come. The page draws it by itself in its place.
 *
 * @returns {import('vite').Plugin}
 */
export function firstPictureInPage() {
  return {
    name: 'first-picture-in-page',
    apply: (_config, { command, isSsrBuild }) => command === 'build' && isSsrBuild !== true,
    transformIndexHtml: {
      order: 'pre',
      handler: async () => {
        try {
          return await templates();
        } catch (error) {
          // A test of the built page finds it; whoever builds it has a page all the same.
          console.warn(
            `The first picture is not in the page, which draws it later: ${String(error)}`,
          );
          return [];
        }
      },
    },
  };
}

/** @returns {Promise<import('vite').HtmlTagDescriptor[]>} one for each width */
async function templates() {
  await mkdir(CACHE, { recursive: true });
  // Its own, so that two builds at once don't take each other's away.
  const folder = await mkdtemp(join(CACHE, 'first-picture-'));
  try {
    await bundleForNode(folder);
    return await Promise.all(
      Object.entries(WIDTHS).map(async ([name, width]) => ({
        tag: 'template',
        attrs: { 'data-first-picture': name },
        children: await draw(join(folder, 'main.js'), width),
        injectTo: /** @type {const} */ ('body-prepend'),
      })),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param {string} folder */
async function bundleForNode(folder) {
  await build({
    root: repositoryRoot,
    configFile: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: {
      ...{ ssr: 'src/main.tsx', outDir: folder, emptyOutDir: true },
      ...{ target: 'es2022', copyPublicDir: false },
    },
  });
}

/**
 * @param {string} bundle
 * @param {(typeof WIDTHS)[keyof typeof WIDTHS]} width
 */
async function draw(bundle, { window, picture, split }) {
  const program = join(import.meta.dirname, 'draw-first-picture.mjs');
  const { stdout } = await run(
    process.execPath,
    [program, bundle, ...[window, picture, split].map(String)],
    { env: { ...process.env, NODE_ENV: 'production' }, maxBuffer: 8 * 1024 * 1024 },
  );
  return stdout;
}
