import { expect, it } from 'vitest';
import { runName } from './run-name.ts';

it('names a run by its prompt, shortened at a word', () => {
  expect(runName(' Why\nis it? ')).toBe('Why is it?');
  expect(runName(`${'word '.repeat(12)}wonderful`)).toBe(`${'word '.repeat(12).trim()} …`);
});
