import { expect, it } from 'vitest';
import { defaultSplit } from './default-split.ts';

it('gives half to drafts and spreads the rest over the layers', () => {
  expect(defaultSplit(8, 1)).toEqual([4, 4]);
  expect(defaultSplit(8, 2)).toEqual([4, 2, 2]);
  expect(defaultSplit(9, 2)).toEqual([5, 2, 2]);
  expect(defaultSplit(8, 0)).toEqual([8]);
});
