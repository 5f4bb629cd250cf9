import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { avalanche } from '../seeds.ts';
import { bandOverPrompts } from './band-over-prompts.ts';
import { DEVIATIONS_OF_95_PERCENT } from './wilson-interval.ts';

/** About normal, mean 0 and variance 1: twelve uniform numbers less 6. */
const normal = (draw: number): number =>
  Array.from({ length: 12 }, (_, part) => avalanche(draw * 12 + part) / 2 ** 32).reduce(
    (sum, value) => sum + value,
    -6,
  );

const points = (values: readonly number[]) => values.map((value) => [value]);

describe('the band over prompts', () => {
  it('is the mean, and where a binomial has its middle 95 %', () => {
    // The ones among 40 draws from as many ones as noughts: binomial, 13 or fewer in 1.9 %, 14 or fewer in 4.0 % of all.
    const values = Array.from({ length: 40 }, (_, prompt) => prompt % 2);
    expect(bandOverPrompts({ curves: points(values), seed: 1 })).toEqual([
      { mean: 0.5, interval: { low: 14 / 40, high: 26 / 40 } },
    ]);
  });

  it('is as wide as the normal approximation for many prompts', () => {
    const values = Array.from({ length: 400 }, (_, prompt) => 3 + 2 * normal(prompt));
    const centre = values.reduce((sum, value) => sum + value, 0) / 400;
    const variance = values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / 400;
    const reach = DEVIATIONS_OF_95_PERCENT * Math.sqrt(variance / 400);
    const [point] = bandOverPrompts({ curves: points(values), seed: 7 });
    expect(point?.mean).toBeCloseTo(centre, 12);
    expect(((point?.interval?.high ?? 0) - centre) / reach).toBeGreaterThan(0.93);
    expect(((point?.interval?.high ?? 0) - centre) / reach).toBeLessThan(1.07);
    expect((centre - (point?.interval?.low ?? 0)) / reach).toBeGreaterThan(0.93);
    expect((centre - (point?.interval?.low ?? 0)) / reach).toBeLessThan(1.07);
  });

  it('holds the truth about as often as it says', () => {
    const held = (prompts: number): number => {
      // Each point is another sample of prompts of which the truth is 0.
      const curves = Array.from({ length: prompts }, (_, prompt) =>
        Array.from({ length: 400 }, (_point, sample) => normal(sample * prompts + prompt)),
      );
      const band = bandOverPrompts({ curves, seed: 3 });
      return (
        band.filter(({ interval }) => interval && interval.low <= 0 && interval.high >= 0).length /
        band.length
      );
    };
    expect(held(50)).toBeGreaterThan(0.92);
    expect(held(50)).toBeLessThan(0.97);
    expect(held(10)).toBeGreaterThan(0.86);
    expect(held(10)).toBeLessThan(0.94);
  });

  it('draws each prompt with its whole curve, and the same for the same seed', () => {
    const curves = fc
      .integer({ min: 2, max: 6 })
      .chain((length) =>
        fc.array(
          fc.array(fc.integer({ min: -9, max: 9 }), { minLength: length, maxLength: length }),
          { minLength: 2, maxLength: 8 },
        ),
      );
    fc.assert(
      fc.property(curves, fc.nat(), (given, seed) => {
        const band = bandOverPrompts({ curves: given, seed });
        expect(bandOverPrompts({ curves: given, seed })).toEqual(band);
        // A point that is another, moved and stretched, has its band so.
        const stretched = given.map((curve) => curve.map((value) => 4 * value + 8));
        bandOverPrompts({ curves: stretched, seed }).forEach((point, index) => {
          expect(point.interval?.low).toBeCloseTo(4 * (band[index]?.interval?.low ?? 0) + 8, 9);
          expect(point.interval?.high).toBeCloseTo(4 * (band[index]?.interval?.high ?? 0) + 8, 9);
        });
        band.forEach(({ mean, interval }, point) => {
          const values = given.map((curve) => curve[point] ?? 0);
          expect(interval?.low).toBeLessThanOrEqual(mean + 1e-9);
          expect(interval?.high).toBeGreaterThanOrEqual(mean - 1e-9);
          expect(interval?.low).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
          expect(interval?.high).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
        });
      }),
      { numRuns: 20 },
    );
  });

  it('says nothing of other prompts where there is one, and nothing for none', () => {
    expect(bandOverPrompts({ curves: [[1, 2]], seed: 1 })).toEqual([
      { mean: 1, interval: null },
      { mean: 2, interval: null },
    ]);
    expect(bandOverPrompts({ curves: [], seed: 1 })).toEqual([]);
    expect(() => bandOverPrompts({ curves: [[1], [1, 2]], seed: 1 })).toThrow(RangeError);
  });
});
