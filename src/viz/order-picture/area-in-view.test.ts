import { describe, expect, it } from 'vitest';
import { areaToDraw, isIn } from './area-in-view.ts';

const SEEN = { left: 100, top: 0, width: 200, height: 100 };

describe('areaToDraw', () => {
  const drawn = areaToDraw(SEEN, 1, null);

  it('draws what is seen with a margin around', () => {
    expect(drawn).toEqual({ left: 75, top: -12.5, width: 250, height: 125, scale: 1 });
  });

  it('stays the same object while it holds what is seen', () => {
    expect(areaToDraw({ ...SEEN, left: 120 }, 1, drawn)).toBe(drawn);
    expect(areaToDraw({ ...SEEN, left: 126 }, 1, drawn).left).toBe(101);
  });

  it('is chosen anew where far more is drawn than seen', () => {
    const closer = { left: 150, top: 25, width: 90, height: 45 };
    expect(areaToDraw(closer, 2.2, drawn)).toMatchObject({ width: 112.5, scale: 2.2 });
  });
});

describe('isIn', () => {
  it('counts what reaches in with its edge', () => {
    expect(isIn(SEEN, { x: 90, y: 50, width: 20, height: 4 })).toBe(true);
    expect(isIn(SEEN, { x: 89, y: 50, width: 20, height: 4 })).toBe(false);
    expect(isIn(SEEN, { x: 200, y: 103, width: 20, height: 4 })).toBe(false);
  });
});
