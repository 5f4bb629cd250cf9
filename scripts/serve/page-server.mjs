// @ts-check
/** How the page is served, for every configuration that serves it or a part of it. */

/** WASM threads need a page that is isolated from other origins; a static host without these headers runs on one thread. */
export const isolationHeaders = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/**
 * Weights go out as they lie on disk. The preview server compresses whatever has no known type, a GGUF file among them:
 * ten times the time of the download for 7 % of its bytes, and without a length the page can't tell how much is left.
 *
 * @returns {import('vite').Plugin}
 * @public vite.config.ts uses it, which knip's look without the tests does not follow
 */
export function serveWeightsUncompressed() {
  return {
    name: 'serve-weights-uncompressed',
    configurePreviewServer: ({ middlewares }) => {
      middlewares.use('/models', (request, _response, next) => {
        request.headers['accept-encoding'] = 'identity';
        next();
      });
    },
  };
}
