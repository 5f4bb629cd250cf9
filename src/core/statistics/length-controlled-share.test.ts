import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lengthControlledShare, type LengthTrial } from './length-controlled-share.ts';

const SEED = 1;
const shareOf = (trials: readonly LengthTrial[]) => lengthControlledShare(trials, SEED).mean;
const wonShare = (trials: readonly LengthTrial[]) =>
  trials.reduce((sum, { outcome }) => sum + outcome, 0) / trials.length;

const trial = fc.record({
  outcome: fc.constantFrom(0, 0.5, 1),
  longer: fc.integer({ min: -500, max: 500 }),
});
const someTrials = fc.array(trial, { minLength: 1, maxLength: 30 });
/** Each outcome once more with the other arm as much longer: length says nothing of who won. */
const lengthSaysNothing = someTrials.map((trials) =>
  trials.flatMap((each) => [each, { ...each, longer: -each.longer }]),
);
/** Each trial once more from the other arm's side: nothing but length tells them apart. */
const lengthAlone = someTrials.map((trials) =>
  trials.flatMap((each) => [each, { outcome: 1 - each.outcome, longer: -each.longer }]),
);

// Fits of 2,000 draws each.
const FEW = { numRuns: 20 };

describe('the length-controlled share', () => {
  it('is the share that was won where length says nothing of it', () => {
    fc.assert(
      fc.property(lengthSaysNothing, (trials) => {
        expect(shareOf(trials)).toBeCloseTo(wonShare(trials), 8);
      }),
      FEW,
    );
    const equal = [1, 1, 0].map((outcome) => ({ outcome, longer: 7 }));
    expect(shareOf(equal)).toBeCloseTo(2 / 3, 10);
    expect(shareOf([{ outcome: 1, longer: 9 }])).toBe(1);
    expect(shareOf([])).toBeNaN();
  });

  it('is one half where length alone tells who wins', () => {
    fc.assert(
      fc.property(lengthAlone, (trials) => {
        expect(shareOf(trials)).toBeCloseTo(0.5, 8);
      }),
      FEW,
    );
    // The first arm is longer in three of four, and the longer answer always wins.
    const longer = [-400, 100, 200, 300, 400, -100, 250, 50];
    const trials = longer.map((each) => ({ outcome: each > 0 ? 1 : 0, longer: each }));
    expect(wonShare(trials)).toBe(0.75);
    expect(shareOf(trials)).toBeLessThan(0.7);
  });

  it('is the other arm’s from the other side, in any unit of length', () => {
    fc.assert(
      fc.property(someTrials, (trials) => {
        const turned = trials.map(({ outcome, longer }) => ({
          outcome: 1 - outcome,
          longer: -longer,
        }));
        expect(shareOf(turned)).toBeCloseTo(1 - shareOf(trials), 8);
        const inHundreds = trials.map((each) => ({ ...each, longer: each.longer / 100 }));
        expect(shareOf(inHundreds)).toBeCloseTo(shareOf(trials), 8);
      }),
      FEW,
    );
  });

  it('finds what its own model was made with', () => {
    // Expected outcomes in the place of drawn ones: θ = 0.5, φ = 1, of differences around 0 with s = 1.
    const differences = Array.from(
      { length: 200 },
      (_, place) => Math.sqrt(3) * ((2 * place + 1) / 200 - 1),
    );
    const trials = differences.map((longer) => ({
      outcome: 1 / (1 + Math.exp(-0.5 - Math.tanh(longer))),
      longer,
    }));
    expect(shareOf(trials)).toBeCloseTo(1 / (1 + Math.exp(-0.5)), 3);
  });

  it('has a band that the same seed gives again', () => {
    const trials = Array.from({ length: 40 }, (_, place) => ({
      outcome: place % 3 === 0 ? 0 : 1,
      longer: (place * 37) % 101,
    }));
    const share = lengthControlledShare(trials, SEED);
    expect(lengthControlledShare(trials, SEED)).toEqual(share);
    expect(share.interval?.low).toBeLessThan(share.mean);
    expect(share.interval?.high).toBeGreaterThan(share.mean);
  });
});
