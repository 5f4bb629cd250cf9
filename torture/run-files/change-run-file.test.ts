import { expect, test } from 'vitest';
import { exportRun } from '../../src/storage/run-file/import-and-export-run.ts';
import { judgedRun } from '../../src/storage/testing/example-runs.ts';
import { Chance } from '../chance.ts';
import { changeRunFile } from './change-run-file.ts';

const FILE = exportRun(await judgedRun(), 0);
const changed = (seed: number): string => changeRunFile(FILE, new Chance(seed), FILE);

test('the same seed changes a file in the same way', () => {
  expect(changed(7)).toBe(changed(7));
});

test('other seeds change it in other ways', () => {
  const files = Array.from({ length: 100 }, (_, seed) => changed(seed));
  expect(new Set(files).size).toBeGreaterThan(90);
});
