import { join } from 'node:path';
import { defineConfig } from 'vite';
import { isolationHeaders } from '../../../scripts/serve/page-server.mjs';

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
