import { describe, expect, it } from 'vitest';
import { bestOfKLayout } from './best-of-k-layout.ts';

const FRAME = { left: 40, right: 140, top: 20, panelHeight: 100, gap: 30 };
const POINTS = [
  { k: 1, selecting: 0, evaluating: 10 },
  { k: 2, selecting: 1, evaluating: 20 },
  { k: 3, selecting: 2, evaluating: 15 },
];
const TURN = { k: 2, peak: 20, end: 15, fall: 5 };

describe('bestOfKLayout', () => {
  it('gives both curves the same k and each its own axis', () => {
    const { xs, step, selecting, evaluating } = bestOfKLayout(POINTS, TURN, FRAME);
    expect([xs, step]).toEqual([[40, 90, 140], 50]);
    expect(selecting.heights).toEqual([120, 70, 20]);
    expect(evaluating.heights).toEqual([250, 150, 200]);
    expect(selecting.path).toBe('M40,120L90,70L140,20');
  });

  it('marks the peak and how far the end lies below it', () => {
    expect(bestOfKLayout(POINTS, TURN, FRAME).turn).toEqual({ x: 90, y: 150, endY: 200 });
    expect(bestOfKLayout(POINTS, null, FRAME).turn).toBeNull();
  });

  it('ticks whole k, the first and the last among them', () => {
    for (const last of [1, 2, 8, 31, 64]) {
      const points = Array.from({ length: last }, (_, index) => ({
        k: index + 1,
        selecting: index,
        evaluating: index,
      }));
      const ticks = bestOfKLayout(points, null, FRAME).kTicks.map(({ value }) => value);
      expect(ticks.every(Number.isInteger)).toBe(true);
      expect([ticks[0], ticks.at(-1)]).toEqual([1, last]);
      expect(ticks).toEqual([...new Set(ticks)].sort((one, other) => one - other));
    }
  });

  it('lays out an empty pool without a place', () => {
    expect(bestOfKLayout([], null, FRAME)).toMatchObject({ xs: [], turn: null });
  });
});
