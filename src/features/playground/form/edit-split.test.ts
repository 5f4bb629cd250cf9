import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withBudget, withLayers, withPart } from './edit-split.ts';

describe('the split', () => {
  it('gives drafts at the cost of refinements, and back', () => {
    expect(withPart([4, 4], 0, 6)).toEqual([6, 2]);
    expect(withPart([4, 4], 0, 0)).toEqual([0, 8]);
    expect(withPart([4, 2, 2], 0, 7)).toEqual([7, 1, 0]);
    expect(withPart([4, 2, 2], 2, 4)).toEqual([4, 0, 4]);
  });

  it('keeps the drafts when layers are added or taken away', () => {
    expect(withLayers([4, 4], 2)).toEqual([4, 2, 2]);
    expect(withLayers([4, 2, 2], 1)).toEqual([4, 4]);
    expect(withLayers([4, 4], 0)).toEqual([8]);
  });

  it('keeps its shape at another budget', () => {
    expect(withBudget([4, 4], 16)).toEqual([8, 8]);
    expect(withBudget([8, 0], 4)).toEqual([4, 0]);
    expect(withBudget([0, 8], 2)).toEqual([0, 2]);
  });

  it('always sums to the budget, in whole numbers of at least 0', () => {
    const splits = fc
      .array(fc.nat({ max: 128 }), { minLength: 1, maxLength: 5 })
      .filter((parts) => parts.some((part) => part > 0));
    const total = (parts: readonly number[]): number => parts.reduce((all, part) => all + part, 0);
    fc.assert(
      fc.property(
        splits,
        fc.nat({ max: 4 }),
        fc.integer({ min: -5, max: 300 }),
        (split, at, value) => {
          const position = at % split.length;
          const budget = Math.max(1, Math.abs(value));
          expect(total(withPart(split, position, value))).toBe(total(split));
          expect(total(withLayers(split, at))).toBe(total(split));
          expect(total(withBudget(split, budget))).toBe(budget);
          for (const parts of [withPart(split, position, value), withBudget(split, budget)]) {
            expect(parts.every((part) => Number.isInteger(part) && part >= 0)).toBe(true);
          }
        },
      ),
    );
  });
});
