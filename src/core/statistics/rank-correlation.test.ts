import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kendallTau, pairwiseAgreement, ranks, spearman } from './rank-correlation.ts';

/** Few different values, so that ties are common. */
const scores = fc.array(fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 5 })), { maxLength: 20 });

const split = (items: readonly (readonly [number, number])[]) =>
  [items.map(([first]) => first), items.map(([, second]) => second)] as const;

describe('two scorers of five items, each with a tie', () => {
  // By hand: of 10 pairs, (2, 3) is tied in the first, (3, 4) in the second; (1, 2) is opposed and the other 7 are alike.
  const [first, second] = [
    [1, 2, 2, 3, 5],
    [2, 1, 3, 3, 4],
  ];

  it('are counted by pairs', () => {
    expect(pairwiseAgreement(first, second)).toEqual({
      alike: 7,
      opposed: 1,
      tied: 2,
      share: 7 / 8,
    });
  });

  it('have τ-b = (7 − 1) / √(9 · 9) and ρ of their mean ranks', () => {
    expect(kendallTau(first, second)).toBeCloseTo(6 / 9, 12);
    expect(ranks(first)).toEqual([1, 2.5, 2.5, 4, 5]);
    expect(ranks(second)).toEqual([2, 1, 3.5, 3.5, 5]);
    // The deviations from 3 multiply to 7.25, and to 9.5 with themselves in each.
    expect(spearman(first, second)).toBeCloseTo(7.25 / 9.5, 12);
  });
});

/** All pairs one by one: τ-b, and what it is made of. */
function byComparingAll(first: readonly number[], second: readonly number[]) {
  const counts = { alike: 0, opposed: 0, tied: 0 };
  const ordered = { first: 0, second: 0 };
  first.forEach((one, index) => {
    for (let other = index + 1; other < first.length; other += 1) {
      const [byFirst, bySecond] = [
        Math.sign(one - (first[other] ?? 0)),
        Math.sign((second[index] ?? 0) - (second[other] ?? 0)),
      ];
      if (byFirst !== 0) ordered.first += 1;
      if (bySecond !== 0) ordered.second += 1;
      const product = byFirst * bySecond;
      counts[product > 0 ? 'alike' : product < 0 ? 'opposed' : 'tied'] += 1;
    }
  });
  const difference = counts.alike - counts.opposed;
  const both = ordered.first * ordered.second;
  return { ...counts, tau: both === 0 ? null : difference / Math.sqrt(both) };
}

/** By the definition: those below, and half of those that are equal. */
const rankAmong = (values: readonly number[], value: number): number =>
  values.filter((other) => other < value).length +
  (values.filter((other) => other === value).length + 1) / 2;

const real = fc.double({ noNaN: true, noDefaultInfinity: true });
/** Any sizes, odd ones and those past a power of two among them; some few values, so that ties are common, some all different. */
const lists = fc.oneof(
  fc.array(fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 9 })), { maxLength: 70 }),
  fc.array(fc.tuple(real, fc.oneof(real, fc.constantFrom(0, -0, 1))), { maxLength: 40 }),
);

describe('sorted counting', () => {
  it('is what comparing all pairs one by one gives, ties included', () => {
    fc.assert(
      fc.property(lists, (items) => {
        const [first, second] = split(items);
        const { tau, ...counts } = byComparingAll(first, second);
        expect(pairwiseAgreement(first, second)).toMatchObject(counts);
        expect(kendallTau(first, second)).toBe(tau);
        expect(ranks(first)).toEqual(first.map((value) => rankAmong(first, value)));
      }),
    );
  });

  it('counts the pairs of a hundred thousand exactly', () => {
    const n = 100_000;
    const rising = Array.from({ length: n }, (_, index) => index);
    // Blocks of ten stand in rising order, each turned round: 45 pairs of each are opposed.
    const turned = rising.map((index) => index - (index % 10) + 9 - (index % 10));
    const pairs = (n * (n - 1)) / 2;
    expect(pairwiseAgreement(rising, turned)).toMatchObject({
      alike: pairs - 45 * (n / 10),
      opposed: 45 * (n / 10),
      tied: 0,
    });
    expect(kendallTau(rising, rising)).toBe(1);
    // 1 − 6 Σd² / (n (n² − 1)); in a block the squares of the distances sum to 330.
    const rho = 1 - (6 * 330 * (n / 10)) / (n * (n * n - 1));
    expect(spearman(rising, turned)).toBeCloseTo(rho, 12);
    // In blocks of a thousand equal values, all other pairs are alike.
    const blocks = rising.map((index) => Math.floor(index / 1000));
    expect(pairwiseAgreement(blocks, rising)).toMatchObject({ opposed: 0, tied: 100 * 499_500 });
  });
});

describe('agreement', () => {
  it('is undefined where a scorer tells nothing apart', () => {
    for (const [first, second] of [
      [[], []],
      [[1], [2]],
      [
        [1, 1, 1],
        [1, 2, 3],
      ],
    ] as const) {
      expect(kendallTau(first, second)).toBeNull();
      expect(spearman(first, second)).toBeNull();
      expect(pairwiseAgreement(first, second).share).toBeNull();
    }
    expect(pairwiseAgreement([1, 1, 1], [1, 2, 3]).tied).toBe(3);
  });

  it('refuses lists of different items', () => {
    expect(() => kendallTau([1, 2], [1])).toThrow(RangeError);
    expect(() => spearman([1, 2], [1])).toThrow(RangeError);
  });

  it('is 1 with itself and −1 with its opposite, also for tiny differences', () => {
    const tiny = [1e-300, 3e-300, 2e-300];
    expect(kendallTau(tiny, tiny)).toBe(1);
    const opposite = tiny.map((value) => -value);
    expect([kendallTau(tiny, opposite), spearman(tiny, opposite)]).toEqual([-1, -1]);
  });

  it('is symmetric, within its range, and turns its sign with one scorer', () => {
    fc.assert(
      fc.property(scores, (items) => {
        const [first, second] = split(items);
        const opposite = second.map((value) => -value);
        for (const measure of [kendallTau, spearman]) {
          const value = measure(first, second);
          if (value === null) continue;
          expect(Math.abs(value)).toBeLessThanOrEqual(1);
          expect(measure(second, first)).toBeCloseTo(value, 12);
          expect(measure(first, opposite)).toBeCloseTo(-value, 12);
        }
      }),
    );
  });

  it('depends on the order alone, and accounts for every pair', () => {
    fc.assert(
      fc.property(scores, (items) => {
        const [first, second] = split(items);
        const stretched = first.map((value) => value ** 3 - 7);
        expect(pairwiseAgreement(stretched, second)).toEqual(pairwiseAgreement(first, second));
        expect(spearman(stretched, second)).toBe(spearman(first, second));
        const { alike, opposed, tied } = pairwiseAgreement(first, second);
        expect(2 * (alike + opposed + tied)).toBe(items.length ** 2 - items.length);
      }),
    );
  });
});
