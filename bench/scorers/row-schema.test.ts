import { expect, test } from 'vitest';
import { readRow } from './row-schema.ts';

const row = { id: 'a', prompt: 'Why?', response: 'Because.' };

function problemOf(value: unknown): string | null {
  const result = readRow(typeof value === 'string' ? value : JSON.stringify(value));
  return result.ok ? null : result.problem;
}

test('a row is read with all that it holds', () => {
  const whole = { ...row, preference: 'Be brief.', source: { page: 3 } };
  expect(readRow(JSON.stringify(whole))).toEqual({ ok: true, row: whole });
  expect(problemOf({ ...row, id: 7, preference: null })).toBeNull();
  const tokens = [{ text: 'Because', logProbability: -0.5 }];
  expect(problemOf({ ...row, tokens })).toBeNull();
});

test.each([
  ['{"id": "a", ', 'it is not JSON'],
  ['[1]', 'it is not an object with fields'],
  ['null', 'it is not an object with fields'],
  [{ ...row, response: undefined }, 'the field “response” is missing'],
  [{ ...row, prompt: 7 }, 'the field “prompt”: expected string, received number'],
  [{ ...row, id: null }, 'the field “id” is neither text nor a number'],
  [
    { ...row, tokens: [{ text: 'a', logProbability: 0.5 }] },
    'the field “tokens.0.logProbability”: expected number to be <=0',
  ],
  [{ id: 'a', response: 'b', preference: 3 }, 'the field “prompt” is missing; the field “preferen'],
])('%j is refused', (value, problem) => {
  expect(problemOf(value)).toContain(problem);
});
