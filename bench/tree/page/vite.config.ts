import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** A page with nothing but one tree, built like the product. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  publicDir: false,
  logLevel: 'warn',
  plugins: [react()],
  build: {
    target: 'es2022',
    outDir: join(import.meta.dirname, '../../../node_modules/.cache/bench-tree'),
    emptyOutDir: true,
    chunkSizeWarningLimit: 7000,
    reportCompressedSize: false,
  },
});
