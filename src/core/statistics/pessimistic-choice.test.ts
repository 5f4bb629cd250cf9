import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pessimisticChances } from './pessimistic-choice.ts';

const rewards = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), {
  minLength: 1,
  maxLength: 12,
});
const betas = fc.double({ min: 0, max: 100, noNaN: true });

const sumOf = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0);

/** Σ p r − (β/2) χ²(p ‖ uniform). */
function worth(chances: readonly number[], of: readonly number[], beta: number): number {
  const divergence = of.length * sumOf(chances.map((chance) => chance * chance)) - 1;
  const expected = sumOf(chances.map((chance, place) => chance * (of[place] ?? 0)));
  return expected - (beta / 2) * divergence;
}

/** The norm by halving: the chances fall as it rises. */
function normByHalving(of: readonly number[], beta: number): number {
  let [low, high] = [Math.min(...of) - beta - 1, Math.max(...of)];
  for (let turn = 0; turn < 200; turn += 1) {
    const middle = (low + high) / 2;
    const sum = sumOf(of.map((reward) => Math.max(0, (reward - middle) / beta))) / of.length;
    if (sum > 1) low = middle;
    else high = middle;
  }
  return low;
}

describe('the chances of a pessimistic choice', () => {
  it('are those worked out by hand', () => {
    // λ = (3 + 1 − 4) / 2 = 0 over the two best; the third, at 0, has none.
    expect(pessimisticChances([1, 0, 3, -2], 1)).toEqual([0.25, 0, 0.75, 0]);
    expect(pessimisticChances([], 1)).toEqual([]);
  });

  it('sum to 1, none negative, and a higher reward never has a smaller one', () => {
    fc.assert(
      fc.property(rewards, betas, (of, beta) => {
        const chances = pessimisticChances(of, beta);
        expect(sumOf(chances)).toBeCloseTo(1, 12);
        for (const [place, chance] of chances.entries()) {
          expect(chance).toBeGreaterThanOrEqual(0);
          for (const [other, reward] of of.entries()) {
            if (reward > (of[place] ?? 0)) expect(chances[other]).toBeGreaterThanOrEqual(chance);
          }
        }
      }),
    );
  });

  it('are worth no less than any others, by what they maximise', () => {
    const shares = fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), {
      minLength: 12,
      maxLength: 12,
    });
    fc.assert(
      fc.property(rewards, betas, shares, (of, beta, many) => {
        const some = many.slice(0, of.length);
        const others = some.map((share) => share / sumOf(some));
        const best = worth(pessimisticChances(of, beta), of, beta);
        expect(best).toBeGreaterThanOrEqual(worth(others, of, beta) - 1e-9);
      }),
    );
  });

  it('are those of the norm that halving finds', () => {
    const positive = fc.double({ min: 0.01, max: 100, noNaN: true });
    fc.assert(
      fc.property(rewards, positive, (of, beta) => {
        const norm = normByHalving(of, beta);
        const expected = of.map((reward) => Math.max(0, (reward - norm) / beta) / of.length);
        pessimisticChances(of, beta).forEach((chance, place) => {
          expect(chance).toBeCloseTo(expected[place] ?? 0, 9);
        });
      }),
    );
  });

  it('are best-of-N for β = 0 and for a β that is next to nothing, its ties shared', () => {
    for (const beta of [0, 1e-300, 1e-12]) {
      expect(pessimisticChances([1, 3, 2], beta)).toEqual([0, 1, 0]);
      expect(pessimisticChances([3, 1, 3], beta)).toEqual([0.5, 0, 0.5]);
    }
  });

  it('are alike for a β far larger than the rewards', () => {
    for (const chance of pessimisticChances([1, 3, 2, -9], 1e9))
      expect(chance).toBeCloseTo(0.25, 8);
  });

  it('give less expected reward the larger β is', () => {
    fc.assert(
      fc.property(rewards, betas, betas, (of, one, other) => {
        const [small, large] = [Math.min(one, other), Math.max(one, other)];
        const expected = (beta: number): number =>
          sumOf(pessimisticChances(of, beta).map((chance, place) => chance * (of[place] ?? 0)));
        expect(expected(small)).toBeGreaterThanOrEqual(expected(large) - 1e-9);
      }),
    );
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('are refused for β = %s', (beta) => {
    expect(() => pessimisticChances([1, 2], beta)).toThrow(RangeError);
  });
});
