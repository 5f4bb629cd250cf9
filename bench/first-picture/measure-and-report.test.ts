import { expect, it } from 'vitest';
import { quantile } from './measure-and-report.ts';

it('reads a quantile by the nearest rank', () => {
  expect(quantile([3, 1, 2], 0.5)).toBe(2);
  expect(quantile([3, 1, 2], 0.95)).toBe(3);
  expect(quantile([5], 0.05)).toBe(5);
});
