// @ts-check
import javascript from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import accessibility from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
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
  queries: ['core', 'runs'],
  ui: [],
  viz: ['core', 'ui'],
  features: ['core', 'rewards', 'runs', 'queries', 'viz', 'ui'],
  app: ['core', 'rewards', 'runs', 'queries', 'viz', 'ui', 'features'],
};

const layers = Object.keys(mayImport);
const screens = ['playground', 'library', 'models'];

const layerZones = layers.flatMap((layer) =>
  layers
    .filter((other) => other !== layer && !(mayImport[layer] ?? []).includes(other))
    .map((other) => ({
      target: `./src/${layer}`,
      from: `./src/${other}`,
      message: `src/${layer} may import only: ${(mayImport[layer] ?? []).join(', ') || 'nothing'}.`,
    })),
);

const screenZones = screens.flatMap((screen) =>
  screens
    .filter((other) => other !== screen)
    .map((other) => ({
      target: `./src/features/${screen}`,
      from: `./src/features/${other}`,
      message: 'Screens never import each other.',
    })),
);

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
      'import-x/no-restricted-paths': ['error', { zones: [...layerZones, ...screenZones] }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
    },
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
    files: ['src/**/*.tsx', 'src/**/*.ts'],
    plugins: { 'react-hooks': reactHooks, 'jsx-a11y': accessibility },
    rules: {
      ...reactHooks.configs.recommended.rules,
      ...accessibility.flatConfigs.recommended.rules,
    },
  },
);
