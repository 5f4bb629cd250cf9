import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisScale, ticksOf } from './axis-ticks.ts';
import { scatterLayout, seriesShape } from './scatter-layout.ts';
import { walkScatter } from './scatter-layout.ts';

const FRAME = { left: 40, right: 240, top: 10, bottom: 110 };

describe('axisScale', () => {
  it('holds its values between round numbers, and has room for equal ones and for none', () => {
    expect(axisScale([0.21, 2.08]).domain()).toEqual([0, 2.5]);
    expect(axisScale([3, 3]).domain()).toEqual([2.4, 3.6]);
    const [least = 0, most = 0] = axisScale([1e6]).domain();
    expect(most - least).toBeGreaterThan(1);
    expect(axisScale([]).domain()).toEqual([0, 1]);
  });

  it('ticks at round values', () => {
    expect(ticksOf(axisScale([0, 2]).range([0, 100]), 2)).toEqual([
      { value: 0, at: 0 },
      { value: 1, at: 50 },
      { value: 2, at: 100 },
    ]);
  });
});

describe('scatterLayout', () => {
  it('places points from left to right, y upwards', () => {
    const { places } = scatterLayout(
      [
        { x: 2, y: 0 },
        { x: 0, y: 1 },
        { x: 1, y: 0.5 },
      ],
      FRAME,
      null,
    );
    expect(places.map(({ x, y }) => [x, y])).toEqual([
      [40, 10],
      [140, 60],
      [240, 110],
    ]);
  });

  it('keeps every point and the line within the plot', () => {
    const value = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((each) => each / 1000);
    const points = fc.array(fc.record({ x: value, y: value }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(points, value, value, (all, slope, intercept) => {
        const { places, line } = scatterLayout(all, FRAME, { slope, intercept });
        const ends = line === null ? [] : [line.from, line.to];
        for (const { x, y } of [...places, ...ends]) {
          expect(x).toBeGreaterThanOrEqual(FRAME.left - 1e-6);
          expect(x).toBeLessThanOrEqual(FRAME.right + 1e-6);
          expect(y).toBeGreaterThanOrEqual(FRAME.top - 1e-6);
          expect(y).toBeLessThanOrEqual(FRAME.bottom + 1e-6);
        }
      }),
    );
  });

  it('clips the line where it leaves the plot', () => {
    const points = [
      { x: 0, y: 0 },
      { x: 2, y: 1 },
    ];
    const lineOf = (slope: number, intercept: number) =>
      scatterLayout(points, FRAME, { slope, intercept }).line;
    expect(lineOf(1, 0)).toEqual({ from: { x: 40, y: 110 }, to: { x: 140, y: 10 } });
    expect(lineOf(-1, 1)).toEqual({ from: { x: 40, y: 10 }, to: { x: 140, y: 110 } });
    expect(lineOf(0, 0.5)).toEqual({ from: { x: 40, y: 60 }, to: { x: 240, y: 60 } });
    expect([lineOf(0, 5), lineOf(1, 5)]).toEqual([null, null]);
  });
});

describe('walkScatter', () => {
  const { places } = scatterLayout(
    [
      { x: 0, y: 5 },
      { x: 1, y: 0 },
      { x: 2, y: 9 },
    ],
    FRAME,
    null,
  );
  const step = (from: number, key: string): number | null => {
    const start = places[from];
    if (start === undefined) throw new Error('No such place.');
    const next = walkScatter(places, start, key);
    return next === null ? null : places.indexOf(next);
  };

  it('goes along x and along y, and ends at the ends', () => {
    expect([step(0, 'ArrowRight'), step(2, 'ArrowRight'), step(0, 'ArrowLeft')]).toEqual([
      1,
      null,
      null,
    ]);
    expect([step(1, 'ArrowUp'), step(0, 'ArrowUp'), step(2, 'ArrowUp')]).toEqual([0, 2, null]);
    expect([step(2, 'ArrowDown'), step(1, 'ArrowDown')]).toEqual([0, null]);
    expect([step(1, 'Home'), step(1, 'End'), step(1, 'a')]).toEqual([0, 2, null]);
  });

  it('reaches every point by either pair of keys, also points upon each other', () => {
    const few = fc.nat({ max: 3 });
    const clouds = fc.array(fc.record({ x: few, y: few }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(clouds, fc.constantFrom('ArrowUp', 'ArrowRight'), (points, key) => {
        const cloud = scatterLayout(points, FRAME, null).places;
        const back = key === 'ArrowUp' ? 'ArrowDown' : 'ArrowLeft';
        let place = cloud[0];
        for (let before = place; before !== undefined;) {
          place = before;
          before = walkScatter(cloud, before, back) ?? undefined;
        }
        const reached = new Set<unknown>();
        for (let at = place ?? null; at !== null; at = walkScatter(cloud, at, key)) reached.add(at);
        expect(reached.size).toBe(points.length);
      }),
    );
  });
});

describe('seriesShape', () => {
  it('differs between five series, then repeats', () => {
    const shapes = [0, 1, 2, 3, 4].map((index) => seriesShape(index, 5));
    expect(new Set(shapes).size).toBe(5);
    expect(seriesShape(5, 5)).toBe(shapes[0]);
  });
});
