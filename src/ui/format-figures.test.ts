import { describe, expect, it } from 'vitest';
import { formatBytes, formatGain, formatReward, formatSeconds } from './format-figures.ts';

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

  it('writes numbers as they fit', () => {
    const shown = [1.836, -0.5, -0.001, 12.34, 1234.5].map(formatReward);
    expect(shown).toEqual(['1.84', '−0.50', '0.00', '12.3', '1235']);
    expect([0.41, -0.2].map(formatGain)).toEqual(['+0.41', '−0.20']);
  });
});
