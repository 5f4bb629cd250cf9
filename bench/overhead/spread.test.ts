import { expect, test } from 'vitest';
import { spreadOf } from './spread.ts';

test.each([
  [[3], { median: 3, least: 3, most: 3 }],
  [[4, 1], { median: 2.5, least: 1, most: 4 }],
  [[10, 2, 3], { median: 3, least: 2, most: 10 }],
])('the spread of %j', (values, spread) => {
  expect(spreadOf(values)).toEqual(spread);
});
