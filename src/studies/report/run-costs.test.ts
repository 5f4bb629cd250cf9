import { expect, it } from 'vitest';
import { NO_COST, sumOfCosts } from './run-costs.ts';

it('adds calls without an answer, and knows no cached tokens where one run doesn’t say', () => {
  const cost = { ...NO_COST, calls: 5, withoutAnswer: 2, promptTokens: 7, completionTokens: 3 };
  expect(sumOfCosts(cost, { ...cost, cachedPromptTokens: null })).toEqual({
    ...{ calls: 10, withoutAnswer: 4, promptTokens: 14, completionTokens: 6 },
    cachedPromptTokens: null,
  });
});
