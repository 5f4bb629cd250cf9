import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slope } from './means-and-least-squares.ts';

const scores = fc.array(
  fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })),
  {
    minLength: 3,
    maxLength: 30,
  },
);

describe('slope', () => {
  it('is the line with the least squares', () => {
    // By hand: Σxy = 3.5 and Σxx = 5 around the means 2.5 and 3.75, Σyy = 4.75.
    const fit = slope([1, 2, 3, 4], [2, 4, 5, 4]);
    expect(fit?.slope).toBeCloseTo(0.7, 12);
    expect(fit?.intercept).toBeCloseTo(2, 12);
    expect(fit?.correlation).toBeCloseTo(3.5 / Math.sqrt(5 * 4.75), 12);
  });

  it('is undefined without two different x', () => {
    expect(slope([], [])).toBeNull();
    expect(slope([1], [2])).toBeNull();
    expect(slope([0.1, 0.1, 0.1], [1, 2, 3])).toBeNull();
  });

  it('is flat and without correlation where all y are equal', () => {
    expect(slope([1, 2, 4], [0.1, 0.1, 0.1])).toMatchObject({ slope: 0, correlation: null });
  });

  it('refuses lists of different items', () => {
    expect(() => slope([1, 2], [1])).toThrow(RangeError);
  });

  it('leaves no other line closer, and errors that sum to nothing', () => {
    fc.assert(
      fc.property(scores, fc.double({ min: -2, max: 2, noNaN: true }), (points, turn) => {
        const fit = slope(
          points.map(([x]) => x),
          points.map(([, y]) => y),
        );
        fc.pre(fit !== null);
        const errors = (by: number): readonly number[] =>
          points.map(([x, y]) => y - fit.intercept - (fit.slope + by) * x);
        const squares = (values: readonly number[]): number =>
          values.reduce((total, value) => total + value ** 2, 0);
        expect(errors(0).reduce((total, error) => total + error, 0)).toBeCloseTo(0, 6);
        expect(squares(errors(turn))).toBeGreaterThanOrEqual(squares(errors(0)) - 1e-6);
        expect(Math.abs(fit.correlation ?? 0)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
