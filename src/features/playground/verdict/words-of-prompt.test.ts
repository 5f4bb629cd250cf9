import { expect, it } from 'vitest';
import { hasNoWordOf } from './words-of-prompt.ts';

it('tells a response that has no word of its prompt', () => {
  const prompt = 'Why should I put some money aside every month?';
  expect(hasNoWordOf(prompt, 'The extra two sentences can be eliminated.')).toBe(true);
  expect(hasNoWordOf(prompt, 'Savings are set ASIDE.')).toBe(false);
  expect(hasNoWordOf('', 'Anything.')).toBe(false);
});
