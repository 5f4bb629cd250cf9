import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { firstPictureInPage } from './scripts/build/first-picture/first-picture-in-page.mjs';
import { leanCueTables } from './scripts/build/lean-cue-tables.mjs';
import { policyInPage, securityHeaders } from './scripts/serve/content-security-policy.mjs';
import { ownFilesOnly } from './scripts/serve/own-files-only.mjs';
import { isolationHeaders, serveWeightsUncompressed } from './scripts/serve/page-server.mjs';

const html = readFileSync(new URL('index.html', import.meta.url), 'utf8');

export default defineConfig({
  base: './',
  // Addresses live behind the hash, so a path that isn't a file is a real 404 and not the page itself.
  appType: 'mpa',
  plugins: [
    react(),
    leanCueTables(),
    serveWeightsUncompressed(),
    firstPictureInPage(),
    policyInPage(),
    ownFilesOnly(),
  ],
  worker: { format: 'es' },
  server: { headers: isolationHeaders },
  preview: { headers: { ...isolationHeaders, ...securityHeaders(html) } },
  build: {
    target: 'es2022',
    manifest: true,
    license: { fileName: 'licenses.md' },
    chunkSizeWarningLimit: 7000,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'first', tags: ['$initial'] },
            // One file for both ways of asking a scorer: what is fetched first names every file that is fetched later.
            { name: 'ask-for-rewards', test: /\/core\/scoring\/(ask-for|retry)-rewards\.ts$/ },
          ],
        },
      },
    },
  },
  test: {
    include: ['{src,bench,torture,record,command}/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs'],
    // A module is loaded once for all tests of a worker: a third of the time. See docs/decisions on unused code.
    isolate: false,
    setupFiles: ['scripts/testing/wait-for-late-imports.mjs'],
    // Tests that draw the whole page take their time where other work keeps the cores busy.
    testTimeout: 20_000,
  },
});
