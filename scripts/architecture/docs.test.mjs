// @ts-check
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repositoryRoot } from '../repository-paths.mjs';
import { drawArchitecture } from './draw-architecture.mjs';
import { readImports } from './import-graph.mjs';

const docs = join(repositoryRoot, 'docs');

test('the picture of the architecture is of this code (`npm run architecture` draws it again)', () => {
  expect(readFileSync(join(docs, 'architecture.md'), 'utf8')).toBe(
    drawArchitecture(readImports(repositoryRoot, 'src')),
  );
});

test('the index of decisions lists every one, and only what is there', () => {
  const files = readdirSync(join(docs, 'decisions')).filter((name) => name !== 'README.md');
  const index = readFileSync(join(docs, 'decisions/README.md'), 'utf8');
  const listed = [...index.matchAll(/\]\(([^)]+)\)/g)].map(([, name]) => name);
  expect(listed.sort()).toEqual(files.sort());
});

test('layers are drawn with an arrow to each that they import', () => {
  const picture = drawArchitecture(
    new Map([
      ['src/main.tsx', ['src/app/app.ts']],
      ['src/core/index.ts', ['src/core/policy.ts']],
      ['src/app/app.ts', ['src/core/index.ts']],
    ]),
  );
  expect(picture).toContain('flowchart TB\n  app --> core\n```');
});
