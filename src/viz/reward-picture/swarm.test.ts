import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { swarm } from './swarm.ts';

const ROOM = { apart: 10, top: 0, bottom: 100 };
const at = (...xs: readonly number[]) => xs.map((x) => ({ x }));

describe('swarm', () => {
  it('keeps dots that are apart in the middle, and stacks equal ones around it', () => {
    expect(swarm(at(0, 10, 20), ROOM)).toEqual([50, 50, 50]);
    expect(swarm(at(7, 7, 7), ROOM)).toEqual([50, 60, 40]);
    expect(swarm(at(7, 7), { ...ROOM, bottom: 10 })).toEqual([0, 10]);
  });

  it('moves no dot for one that comes later', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1 }), (xs) => {
        const before = swarm(at(...xs.slice(0, -1)), ROOM);
        expect(swarm(at(...xs), ROOM).slice(0, -1)).toEqual(before);
      }),
    );
  });

  it('lets no two dots overlap while there is room, and leaves none outside it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 40, noNaN: true }), { maxLength: 10 }),
        (xs) => {
          const ys = swarm(at(...xs), { ...ROOM, bottom: 300 });
          for (const [one, y] of ys.entries()) {
            expect(y).toBeGreaterThanOrEqual(-1e-6);
            expect(y).toBeLessThanOrEqual(300 + 1e-6);
            for (let other = 0; other < one; other += 1) {
              const distance = Math.hypot((xs[one] ?? 0) - (xs[other] ?? 0), y - (ys[other] ?? 0));
              expect(distance).toBeGreaterThanOrEqual(ROOM.apart - 1e-3);
            }
          }
        },
      ),
    );
  });

  it('stays inside where there is no room', () => {
    const ys = swarm(at(...Array.from({ length: 40 }, () => 5)), ROOM);
    expect(Math.min(...ys)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...ys)).toBeLessThanOrEqual(100);
  });
});
