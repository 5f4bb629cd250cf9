import { describe, expect, it } from 'vitest';
import { mean, standardDeviation } from './moments.ts';

describe('mean and standard deviation', () => {
  it('are the sample’s', () => {
    expect(mean([2, 4, 4, 4, 5, 5, 7, 9])).toBe(5);
    expect(standardDeviation([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(Math.sqrt(32 / 7), 12);
  });

  it('are unknown for too few values, and without spread for equal ones', () => {
    expect([mean([]), standardDeviation([]), standardDeviation([1])]).toEqual([null, null, null]);
    // 0.1 + 0.1 + 0.1 is not 0.3: the mean of these misses them.
    expect(standardDeviation([0.1, 0.1, 0.1])).toBe(0);
  });
});
