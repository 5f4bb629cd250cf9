import { join } from 'node:path';
import { defineConfig } from 'vite';

/** What WebAssembly threads need, as the page itself is served. */
const isolationHeaders = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/** A page with nothing but the engine, built like the product. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  publicDir: false,
  worker: { format: 'es' },
  logLevel: 'warn',
  build: {
    target: 'es2022',
    outDir: join(import.meta.dirname, '../../../node_modules/.cache/bench-overhead'),
    emptyOutDir: true,
    chunkSizeWarningLimit: 7000,
    reportCompressedSize: false,
  },
  preview: { headers: isolationHeaders },
});
