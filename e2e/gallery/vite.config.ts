import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The gallery on a page of its own: no part of the product's build, and no model. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  publicDir: false,
  cacheDir: join(import.meta.dirname, '../../node_modules/.cache/gallery-vite'),
  plugins: [react()],
  build: {
    outDir: join(import.meta.dirname, '../../node_modules/.cache/gallery'),
    emptyOutDir: true,
    minify: false,
    chunkSizeWarningLimit: 7000,
    reportCompressedSize: false,
  },
});
