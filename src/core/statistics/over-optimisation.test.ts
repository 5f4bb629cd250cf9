import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestOfK } from './best-of-k.ts';
import { overOptimisation, turnsWithoutAnyOne } from './over-optimisation.ts';

const curveOf = (evaluations: readonly number[]) =>
  evaluations.map((evaluating, index) => ({ k: index + 1, selecting: index, evaluating }));

describe('overOptimisation', () => {
  it('finds where the evaluation turns down while the selecting scorer still gains', () => {
    expect(overOptimisation(curveOf([0, 2, 3, 2.5, 1]))).toEqual({
      k: 3,
      peak: 3,
      end: 1,
      fall: 2,
    });
  });

  it('names 1 where the evaluation falls from the start', () => {
    expect(overOptimisation(curveOf([3, 2, 1]))?.k).toBe(1);
  });

  it('finds it in a pool whose highest score went to a bad answer', () => {
    // By hand: 15/6 for one, 40/15 for two, 45/20 for three, and so on down to the winner's own 0.
    const turned = overOptimisation(bestOfK([1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 0]));
    expect(turned).toMatchObject({ k: 2, end: 0 });
    expect(turned?.peak).toBeCloseTo(40 / 15, 12);
    expect(turned?.fall).toBeCloseTo(40 / 15, 12);
  });

  it('says nothing of curves that rise, stay, or come back to their peak', () => {
    expect(overOptimisation([])).toBeNull();
    expect(overOptimisation(curveOf([1]))).toBeNull();
    expect(overOptimisation(curveOf([1, 2, 3]))).toBeNull();
    expect(overOptimisation(curveOf([1, 1, 1]))).toBeNull();
    expect(overOptimisation(curveOf([1, 3, 2, 3]))).toBeNull();
  });

  it('says nothing of a fall that is rounding, or that nobody could see', () => {
    expect(overOptimisation(curveOf([0.3, 0.1 + 0.2, 0.3]))).toBeNull();
    expect(overOptimisation(curveOf([1e6, 1e6 + 2e-10, 1e6]))).toBeNull();
    expect(overOptimisation(curveOf([0, 1, 0.995]))).toBeNull();
    expect(overOptimisation(curveOf([0, 1, 0.98]))).not.toBeNull();
  });

  it('says nothing where the selecting scorer gains nothing', () => {
    const still = curveOf([1, 2, 1]).map((point) => ({ ...point, selecting: 0.1 + 0.2 }));
    expect(overOptimisation(still)).toBeNull();
  });

  it('reads the curve of a pool of two hundred thousand', () => {
    const rising = Array.from({ length: 200_000 }, (_, index) => index);
    const tent = rising.map((index) => Math.min(index, 300_000 - index));
    const turned = overOptimisation(curveOf(tent));
    expect(turned).toMatchObject({ k: 150_001, peak: 150_000, end: 100_001 });
  });

  it('never cries over a scorer that reads itself, or itself in other units', () => {
    const scores = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { maxLength: 30 });
    fc.assert(
      fc.property(scores, (selecting) => {
        expect(overOptimisation(bestOfK(selecting, selecting))).toBeNull();
        const scaled = selecting.map((score) => 0.1 * score + 0.7);
        expect(overOptimisation(bestOfK(selecting, scaled))).toBeNull();
      }),
    );
  });

  it('never cries over an evaluation that is the same for all', () => {
    const scores = fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 30 });
    fc.assert(
      fc.property(scores, fc.double({ min: -5, max: 5, noNaN: true }), (selecting, same) => {
        const evaluating = selecting.map(() => same);
        expect(overOptimisation(bestOfK(selecting, evaluating))).toBeNull();
      }),
    );
  });
});

describe('turnsWithoutAnyOne', () => {
  it('does not believe one bad winner', () => {
    const selecting = [1, 2, 3, 4, 5, 6];
    expect(overOptimisation(bestOfK(selecting, [1, 2, 3, 4, 5, 0]))).not.toBeNull();
    expect(turnsWithoutAnyOne(selecting, [1, 2, 3, 4, 5, 0])).toBe(false);
    expect(turnsWithoutAnyOne(selecting, [1, 4, 5, 3, 1, 0])).toBe(true);
  });

  it('is no turn where the curve itself has none', () => {
    expect(turnsWithoutAnyOne([1, 2, 3], [1, 2, 3])).toBe(false);
    expect(turnsWithoutAnyOne([], [])).toBe(false);
  });
});
