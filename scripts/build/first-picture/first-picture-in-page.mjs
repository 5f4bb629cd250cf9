// @ts-check
import { execFile } from 'node:child_process';
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

const FOLDER = join(repositoryRoot, 'node_modules/.cache/first-picture');

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
        const bundle = await bundleForNode();
        return Promise.all(
          Object.entries(WIDTHS).map(async ([name, width]) => ({
            tag: 'template',
            attrs: { 'data-first-picture': name },
            children: await draw(bundle, width),
            injectTo: /** @type {const} */ ('body-prepend'),
          })),
        );
      },
    },
  };
}

/** @returns {Promise<string>} where it is */
async function bundleForNode() {
  await build({
    root: repositoryRoot,
    configFile: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: {
      ...{ ssr: 'src/main.tsx', outDir: FOLDER, emptyOutDir: true },
      ...{ target: 'es2022', copyPublicDir: false },
    },
  });
  return join(FOLDER, 'main.js');
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
