import type { KnipConfig } from 'knip';

/** `knip --production`: what only tests use is unused. */
const production = process.argv.includes('--production');

/**
 * What nobody imports: files, exports, dependencies. `npm run unused` looks twice: once with the tests as users, once
 * without. An entry that ends in `!` counts in both.
 */
const config: KnipConfig = {
  entry: [
    'scripts/*.mjs!',
    // Imported by vite.config.ts, which isn't followed without the tests.
    'scripts/serve/{content-security-policy,own-files-only}.mjs!',
    'scripts/build/lean-cue-tables.mjs!',
    'scripts/build/first-picture/{first-picture-in-page,draw-first-picture}.mjs!',
    'bench/*.mjs!',
    // Found by a name in a string: see importTypeScript.
    'bench/*/measure-and-report.ts!',
    'bench/scorers/score-file.ts!',
    'record/*.mjs!',
    'record/record-and-choose.ts!',
    'command/carry-out.ts!',
    // Bundled by tests, and loaded before what they kill.
    'command/testing/{study-program,ten-thousand-runs}.ts',
    'command/testing/kill-at.mjs',
    'torture/*.mjs!',
    'torture/make-attacks.ts!',
    'torture/kills/killed-study.ts!',
    'torture/browser/scripted-engines.ts!',
    // Programs of their own: started by others, or by hand.
    'scripts/llama-cpp/count-kernels.mjs!',
    'bench/speed/run-native.mjs!',
    'bench/scorers/prepare.mjs!',
    'bench/scorers/preference-set/split.mjs!',
    'bench/overhead/bare/vite.config.ts!',
    'bench/tree/page/{vite.config.ts,page.tsx}!',
    'bench/stream/streaming-engine.ts!',
    'bench/**/index.html!',
    'e2e/engines/harness/{vite.config.ts,harness.ts}',
    'e2e/gallery/{vite.config.ts,gallery.tsx}',
  ],
  project: [
    '{src,bench,torture,record,command,scripts,e2e}/**/*.{ts,tsx,mjs,css}!',
    '!e2e/**!',
    '!**/*.test.{ts,tsx,mjs}!',
    '!**/testing/**!',
  ],
  // A style sheet names the faces that it brings.
  compilers: {
    css: (text: string) =>
      Array.from(text.matchAll(/url\('(@[^']+)'\)/g), ([, file = '']) => `import '${file}';`).join(
        '\n',
      ),
  },
  // A type that only its own file names is still part of what that file says. In production a value, too, that its own file
  // uses: it is exported so that its test can call it.
  ignoreExportsUsedInFile: production ? true : { interface: true, type: true },
};

export default config;
