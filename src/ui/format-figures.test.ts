import { describe, expect, it } from 'vitest';
import {
  formatBytes,
  formatGain,
  formatReward,
  formatSeconds,
  shownDifference,
} from './format-figures.ts';

describe('numbers for people', () => {
  it('writes sizes in decimal units', () => {
    expect([999, 2_841_941, 112_000_000, 880_000_000, 1_200_000_000].map(formatBytes)).toEqual([
      '999 bytes',
      '2.8 MB',
      '112 MB',
      '880 MB',
      '1.2 GB',
    ]);
  });

  it('writes times as short as they can be read', () => {
    expect([0.44, 9.96, 41, 185, 3720].map(formatSeconds)).toEqual([
      '0.4 s',
      '10 s',
      '41 s',
      '3 min 05 s',
      '1 h 02 min',
    ]);
  });

  it('writes rewards with a minus sign and gains with a plus', () => {
    expect([1.842, -0.25, -0.001, 12.345, -120.4].map(formatReward)).toEqual([
      '1.84',
      '−0.25',
      '0.00',
      '12.3',
      '−120',
    ]);
    expect([0.41, -0.41, 0, 0.001].map(formatGain)).toEqual(['+0.41', '−0.41', '+0.00', '+0.00']);
  });

  it('tells how far rewards are apart as whoever subtracts their figures does', () => {
    const pairs = [
      [2.255, 2.0],
      [0.005, -0.125],
      [12.34, 12.06],
      [0.2549, 0.0051],
    ] as const;
    for (const [one, other] of pairs) {
      const [shown, from] = [one, other].map((each) => formatReward(each).replace('−', '-'));
      expect(shownDifference(one, other)).toBeCloseTo(Number(shown) - Number(from), 9);
    }
    expect(formatGain(shownDifference(0.2549, 0.0051))).toBe('+0.24');
    expect(formatGain(shownDifference(0, -0.125))).toBe('+0.13');
    expect(formatGain(shownDifference(12.34, 12.06))).toBe('+0.20');
  });

  it('writes numbers as they fit', () => {
    const shown = [1.836, -0.5, -0.001, 12.34, 1234.5].map(formatReward);
    expect(shown).toEqual(['1.84', '−0.50', '0.00', '12.3', '1235']);
    expect([0.41, -0.2].map(formatGain)).toEqual(['+0.41', '−0.20']);
  });
});
