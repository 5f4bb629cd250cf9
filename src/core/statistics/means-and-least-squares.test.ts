import { describe, expect, it } from 'vitest';
import { mean } from './means-and-least-squares.ts';

describe('the mean', () => {
  it('is the sample’s', () => {
    expect(mean([2, 4, 4, 4, 5, 5, 7, 9])).toBe(5);
  });

  it('is unknown for no values', () => {
    expect(mean([])).toBe(null);
  });
});
