import { expect, test } from 'vitest';
import { readKillOptions, readOptions } from './options.mjs';

test('the options have defaults', () => {
  expect(readOptions([])).toEqual({ only: null, seed: 1, small: false, tries: null });
  const all = ['--only', 'kills,storage', '--seed', '7', '--tries=2', '--small'];
  expect(readOptions(all)).toEqual({ only: ['kills', 'storage'], seed: 7, small: true, tries: 2 });
});

test.each([
  [['--seed', 'x'], '--seed takes a whole number from 1 to 2147483647 and got "x".'],
  [['--fast'], 'Usage: npm run torture -- [--only run-files,kills]'],
])('%j is refused', (commandLine, words) => {
  expect(() => readOptions(commandLine)).toThrow(words);
});

test('kills have a seed and a count', () => {
  expect(readKillOptions([])).toEqual({ seed: 20_261_126, kills: 20 });
  expect(readKillOptions(['--seed', '5', '--kills', '2'])).toEqual({ seed: 5, kills: 2 });
  expect(() => readKillOptions(['--kills', '0'])).toThrow('--kills takes a whole number from 1');
  expect(() => readKillOptions(['--fast'])).toThrow('Usage: npm run study:killtest');
});
