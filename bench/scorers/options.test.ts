import { expect, test } from 'vitest';
import { readBenchOptions } from './bench-options.mjs';
import { readScoreOptions } from './score-options.mjs';

test('a bench measures everything unless it is told otherwise', () => {
  expect(readBenchOptions([])).toEqual({
    scorers: null,
    sets: null,
    sample: null,
    check: false,
    withModel: false,
    openings: false,
    fresh: false,
    threads: 1,
  });
  expect(
    readBenchOptions(['--sample', '40', '--check', '--scorers=rubric, longest']),
  ).toMatchObject({ scorers: ['rubric', 'longest'], sample: 40, check: true });
});

test.each([
  [['--sample', '0'], '--sample takes a whole number from 1 to 100000 and got "0".'],
  [['--threads', 'all'], '--threads takes a whole number from 1 to 64 and got "all".'],
  [['--sets', 'a,,b'], '--sets takes names with commas between and got "a,,b".'],
  [['--fast'], 'Usage: npm run bench:scorers -- '],
  [['rubric'], 'Usage: npm run bench:scorers -- '],
])('bench:scorers refuses %j', (commandLine, words) => {
  expect(() => readBenchOptions(commandLine)).toThrow(words);
});

test('rows come from a file, or from the standard input where something is piped into it', () => {
  const options = { scorer: 'rubric', threads: 1 };
  const named = ['--scorer', 'rubric'];
  expect(readScoreOptions([...named, 'a.jsonl'], true)).toEqual({ ...options, file: 'a.jsonl' });
  expect(readScoreOptions([...named, '-'], false)).toEqual({ ...options, file: '-' });
  expect(readScoreOptions(named, true)).toEqual({ ...options, file: '-' });
});

test.each([
  [['--scorer', 'rubric'], 'Name a file of rows.'],
  [['a.jsonl'], 'Name a scorer.'],
  [['--scorer', 'rubric', 'a.jsonl', 'b.jsonl'], 'One file at a time.'],
  [['--scorer'], 'Usage: npm run --silent score -- '],
])('score refuses %j', (commandLine, words) => {
  expect(() => readScoreOptions(commandLine, false)).toThrow(words);
});
