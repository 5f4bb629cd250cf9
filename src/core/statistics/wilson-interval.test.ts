import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilsonInterval } from './wilson-interval.ts';

describe('wilsonInterval', () => {
  it.each([
    [8, 10, 0.4901624715366418, 0.9433178485456248],
    [0, 10, 0, 0.2775327998628892],
    [10, 10, 0.7224672001371107, 1],
    [5.5, 10, 0.2736696896123183, 0.7985770304013928],
    [100, 200, 0.43136085960389187, 0.5686391403961082],
  ])('of %d in %d', (successes, n, low, high) => {
    const interval = wilsonInterval(successes, n);
    expect(interval?.low).toBeCloseTo(low, 10);
    expect(interval?.high).toBeCloseTo(high, 10);
  });

  it('is unknown without a trial, and refuses more successes than trials', () => {
    expect(wilsonInterval(0, 0)).toBeNull();
    expect(() => wilsonInterval(3, 2)).toThrow(RangeError);
    expect(() => wilsonInterval(-1, 2)).toThrow(RangeError);
  });

  it('holds the share, stays within 0 to 1 and mirrors failures', () => {
    const trials = fc
      .integer({ min: 1, max: 5000 })
      .chain((n) => fc.tuple(fc.nat({ max: 2 * n }), fc.constant(n)));
    fc.assert(
      fc.property(trials, ([halves, n]) => {
        const successes = halves / 2;
        const { low, high } = wilsonInterval(successes, n) ?? { low: 2, high: -1 };
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(successes / n);
        expect(high).toBeGreaterThanOrEqual(successes / n);
        expect(high).toBeLessThanOrEqual(1);
        expect(wilsonInterval(n - successes, n)?.low).toBeCloseTo(1 - high, 12);
      }),
    );
  });
});
