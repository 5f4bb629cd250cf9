// @ts-check
import { readdirSync } from 'node:fs';
import javascript from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import accessibility from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import * as regularExpressions from 'eslint-plugin-regexp';
import globals from 'globals';
import typescript from 'typescript-eslint';

/**
 * The house: what each layer of src/ may import, beside itself. Everything else is forbidden; main.tsx alone may import all.
 *
 * @type {Record<string, string[]>}
 */
const mayImport = {
  core: [],
  engines: ['core'],
  rewards: ['core'],
  storage: ['core'],
  runs: ['core'],
  studies: ['core', 'runs'],
  queries: ['core', 'runs'],
  ui: [],
  viz: ['core', 'ui'],
  features: ['core', 'rewards', 'runs', 'studies', 'queries', 'viz', 'ui'],
  app: ['core', 'rewards', 'runs', 'queries', 'viz', 'ui', 'features'],
};

const layers = Object.keys(mayImport);

/** Of src/: what the command puts together in Node. */
const COMMAND_MAY_IMPORT = ['core', 'engines', 'rewards', 'storage', 'runs', 'studies'];

/**
 * The rooms: what each folder inside a layer may import of the others in it. One that isn't named may import none of them.
 * What stands beside the rooms is shared: any of them may import it.
 *
 * @type {Record<string, Record<string, string[]>>}
 */
const roomsMayImport = {
  core: {
    plan: ['tree'],
    tree: ['plan'],
    results: ['plan', 'statistics', 'tree'],
    scoring: ['plan', 'statistics', 'tree'],
    draws: ['plan', 'scoring', 'tree'],
    sampler: ['draws', 'plan', 'scoring', 'tree'],
  },
  engines: {
    // Whoever starts a worker asks for the manifest of the embedded files in it.
    catalog: ['worker'],
    'llama-cpp': ['catalog', 'worker'],
    'llama-cpp-hidden-states': ['catalog', 'llama-cpp', 'worker'],
    openai: ['catalog', 'worker'],
    webllm: ['catalog', 'worker'],
  },
  // A blend is made of others; no other scorer knows one beside it.
  rewards: {
    blend: ['floors', 'preference-information', 'rubric'],
    floors: ['preference-information', 'rubric'],
  },
  storage: {
    schema: ['migrations'],
    migrations: ['schema'],
    'run-file': ['migrations', 'schema'],
    indexeddb: ['migrations', 'schema'],
    memory: ['schema'],
  },
  viz: {
    marks: ['layout'],
    'order-picture': ['layout', 'marks'],
    'reward-picture': ['layout', 'marks'],
    charts: ['layout'],
  },
  ui: {},
  // Screens never import each other.
  features: {},
  'features/playground': {
    setup: ['form', 'scorer'],
    scoring: ['scorer'],
  },
  // Two scorers compared, people's votes, the reward model in the page: each its own.
  'features/playground/scoring': {},
};

const layerZones = layers.flatMap((layer) =>
  layers
    .filter((other) => other !== layer && !(mayImport[layer] ?? []).includes(other))
    .map((other) => ({
      target: `./src/${layer}`,
      from: `./src/${other}`,
      message: `src/${layer} may import only: ${(mayImport[layer] ?? []).join(', ') || 'nothing'}.`,
    })),
);

const roomZones = Object.entries(roomsMayImport).flatMap(([house, may]) => {
  const rooms = readdirSync(`${import.meta.dirname}/src/${house}`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'testing')
    .map(({ name }) => name);
  return rooms.flatMap((room) =>
    rooms
      .filter((other) => other !== room && !(may[room] ?? []).includes(other))
      .map((other) => ({
        target: `./src/${house}/${room}`,
        from: `./src/${house}/${other}`,
        message: `src/${house}/${room} may import of the rooms beside it only: ${(may[room] ?? []).join(', ') || 'none'}.`,
      })),
  );
});

/** The command runs what the page runs, and draws nothing. */
const commandZones = layers
  .filter((layer) => !COMMAND_MAY_IMPORT.includes(layer))
  .map((layer) => ({
    target: './command',
    from: `./src/${layer}`,
    message: `command may import of src only: ${COMMAND_MAY_IMPORT.join(', ')}.`,
  }));

const TESTS = ['**/*.test.{ts,tsx,mjs}', '**/testing/**', 'e2e/**'];

export default typescript.config(
  {
    ignores: [
      'src/engines/llama-cpp/native/*.mjs',
      'dist/',
      'public/',
      '.models/',
      'test-results/',
      'playwright-report/',
      'tools/',
    ],
  },
  javascript.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [typescript.configs.strictTypeChecked, typescript.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
  },
  {
    files: ['**/*.{ts,tsx,mjs}'],
    plugins: { 'import-x': importX },
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    rules: {
      'import-x/no-cycle': 'error',
      'import-x/no-restricted-paths': [
        'error',
        { zones: [...layerZones, ...roomZones, ...commandZones] },
      ],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
    },
  },
  {
    // An exception has its reason beside it. A test may be as long as what it tells.
    files: ['**/*.{ts,tsx,mjs}'],
    ignores: TESTS,
    rules: {
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // A test may try a room with what stands in another.
    files: TESTS,
    rules: { 'import-x/no-restricted-paths': ['error', { zones: layerZones }] },
  },
  {
    // Time and chance come from outside, so that the core gives the same run for the same seed anywhere.
    files: ['src/core/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': ['error', 'window', 'document', 'navigator', 'fetch', 'performance'],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random' },
        { object: 'Date', property: 'now' },
      ],
    },
  },
  {
    // Texts are hostile: a pattern takes time in proportion to the text, wherever in it it is looked for.
    files: [
      'src/**/*.{ts,tsx}',
      'scripts/**/*.mjs',
      'record/**/*.{ts,mjs}',
      'command/**/*.{ts,mjs}',
    ],
    ignores: TESTS,
    plugins: { regexp: regularExpressions },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'certain' }],
      'regexp/no-super-linear-move': ['error', { report: 'certain' }],
    },
  },
  {
    // What was thrown may say anything at any length: `messageOf` puts it in words of a length that can be read.
    files: ['src/**/*.{ts,tsx}'],
    ignores: [...TESTS, 'src/core/error-message.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...[
          'MemberExpression[property.name="message"][object.name=/^(error|cause|reason|refusal|thrown)$/]',
          'MemberExpression[property.name="message"][object.property.name="error"]',
          'CallExpression[callee.name="String"][arguments.0.name=/^(error|cause|reason|refusal|thrown)$/]',
        ].map((selector) => ({ selector, message: 'Say what was thrown by messageOf.' })),
      ],
    },
  },
  {
    files: ['src/**/*.tsx', 'src/**/*.ts'],
    plugins: { 'react-hooks': reactHooks, 'jsx-a11y': accessibility },
    rules: {
      ...reactHooks.configs.recommended.rules,
      ...accessibility.flatConfigs.recommended.rules,
    },
  },
);
