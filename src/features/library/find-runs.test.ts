import { expect, it } from 'vitest';
import type { RunSummary } from '../../core/index.ts';
import { findRuns } from './find-runs.ts';

const run = (id: string, name: string, prompt: string, preference = ''): RunSummary => ({
  ...{ id, name, prompt, preference, createdAt: 0, budget: 4, arms: [] },
  ...{ modelName: 'SmolLM2', scorerName: 'Rubric' },
  ...{ state: { status: 'finished' }, origin: 'sampled' },
});

const RUNS = [
  run('c', 'Run 10', 'Why is the sky blue?', 'Be brief.'),
  run('b', 'Run 9', 'A recipe for crème brûlée'),
  run('a', ' ', 'Why do cats purr?'),
];

const ids = (words: string, order: Parameters<typeof findRuns>[2] = 'newest') =>
  findRuns(RUNS, words, order)
    .map(({ id }) => id)
    .join('');

it('finds runs by words of name, prompt, preference, model and scorer, in any order and writing', () => {
  expect(ids('')).toBe('cba');
  expect(ids('  WHY ')).toBe('ca');
  expect(ids('brief sky')).toBe('c');
  expect(ids('creme brulee')).toBe('b');
  expect(ids('smol rubric')).toBe('cba');
  expect(ids('untitled')).toBe('a');
  expect(ids('no such')).toBe('');
});

it('puts them in order, numbers by their size', () => {
  expect(ids('', 'oldest')).toBe('abc');
  expect(ids('', 'name')).toBe('bca');
  expect(ids('', 'prompt')).toBe('bac');
});
