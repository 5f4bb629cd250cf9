import { expect, test } from 'vitest';
import { readOptions } from './options.mjs';

test('the options have defaults', () => {
  expect(readOptions([])).toEqual({ rounds: 3, tokens: 64, defaultScorer: false });
  const all = ['--rounds', '5', '--tokens=16', '--default-scorer'];
  expect(readOptions(all)).toEqual({ rounds: 5, tokens: 16, defaultScorer: true });
});

test.each([
  [['--rounds', '0'], '--rounds takes a whole number from 1 to 100 and got "0".'],
  [['--tokens', 'many'], '--tokens takes a whole number from 1 to 1024 and got "many".'],
  [['--fast'], 'Usage: npm run bench:overhead -- [--rounds 3] [--tokens 64] [--default-scorer]'],
])('%j is refused', (commandLine, words) => {
  expect(() => readOptions(commandLine)).toThrow(words);
});
