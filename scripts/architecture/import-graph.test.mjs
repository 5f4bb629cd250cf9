// @ts-check
import { expect, test } from 'vitest';
import { repositoryRoot } from '../repository-paths.mjs';
import { readImports } from './import-graph.mjs';
import { findCircles, findSharedNames, nameOf } from './testing/faults-of-imports.mjs';

const imports = readImports(repositoryRoot, 'src');

test('no file imports itself through others, not even for a type', () => {
  expect(imports.size).toBeGreaterThan(100);
  expect(findCircles(imports)).toEqual([]);
});

/** Names that two files still share: a list that only shrinks. */
const SHARED_STILL = [
  'agreement',
  'answer-text',
  'best-of-k',
  'failures',
  'keywords',
  'length',
  'lineage',
  'model-catalog',
  'protocol',
  'read-messages',
  'read-values',
  'self-test',
  'wording',
  'words',
];

test('a name stands for one file: no two production files share one, but for those known', () => {
  const shared = findSharedNames(imports.keys()).map(([first = '']) => nameOf(first));
  expect(shared.filter((name) => !SHARED_STILL.includes(name))).toEqual([]);
});

test('types count as imports, and so does what is passed on or fetched later', () => {
  const named = imports.get('src/main.tsx') ?? [];
  expect(named).toContain('src/app/index.ts');
  expect(imports.get('src/core/index.ts')).toContain('src/core/policy.ts');
  expect(imports.get('src/core/run-store.ts')).toContain('src/core/tree/run-events.ts');
});

test('circles are found, each once', () => {
  const graph = new Map([
    ['a', ['b', 'd']],
    ['b', ['c']],
    ['c', ['a']],
    ['d', ['e']],
    ['e', []],
    ['f', ['g', 'a']],
    ['g', ['f']],
  ]);
  expect(findCircles(graph)).toEqual([
    ['a', 'b', 'c'],
    ['f', 'g'],
  ]);
});

test('doors and workers beside their clients share no name with anything', () => {
  expect(findSharedNames(['a/x.ts', 'b/x.tsx', 'b/index.ts', 'index.ts', 'c/y.worker.ts'])).toEqual(
    [['a/x.ts', 'b/x.tsx']],
  );
});
