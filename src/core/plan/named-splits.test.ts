import { expect, it } from 'vitest';
import { namedSplits } from './named-splits.ts';

const named = (budget: number) =>
  namedSplits(budget, 7).map(({ name, split }) => `${name}: ${split.join('/')}`);

it('names the default and, where there are enough layers, Self-Refine', () => {
  expect(named(1)).toEqual(['Half and half: 1/0']);
  expect(named(4)).toEqual(['Half and half: 2/2', 'Self-Refine: 1/1/1/1']);
  expect(named(8)).toEqual(['Half and half: 4/4', 'Self-Refine: 1/1/1/1/1/1/1/1']);
  expect(named(16)).toEqual(['Half and half: 8/8', 'Self-Refine: 9/1/1/1/1/1/1/1']);
});
