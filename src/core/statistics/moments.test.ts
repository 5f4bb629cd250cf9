import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mean, standardDeviation, standardise } from './moments.ts';

const scores = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { maxLength: 40 });

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

describe('standardise', () => {
  it('gives mean 0 and deviation 1', () => {
    expect(standardise([1, 2, 3])).toEqual([-1, 0, 1]);
  });

  it('makes equal values 0, whatever they are', () => {
    expect(standardise([0.1, 0.1, 0.1])).toEqual([0, 0, 0]);
    expect(standardise([7])).toEqual([0]);
    expect(standardise([])).toEqual([]);
  });

  it('keeps the order and forgets unit and origin', () => {
    fc.assert(
      fc.property(scores, fc.double({ min: 0.5, max: 20, noNaN: true }), (values, unit) => {
        const spread = standardDeviation(values);
        fc.pre(spread !== null && spread > 1e-3);
        const standard = standardise(values);
        expect(mean(standard)).toBeCloseTo(0, 6);
        expect(standardDeviation(standard)).toBeCloseTo(1, 6);
        standardise(values.map((value) => value * unit + 3)).forEach((value, index) => {
          expect(value).toBeCloseTo(standard[index] ?? Number.NaN, 6);
        });
      }),
    );
  });
});
