import { expect, it } from 'vitest';
import { LAST_MOMENT, steadyClock } from './clock.ts';

it('never goes back and always tells a moment', () => {
  const told = [Number.NaN, 5, 3, Number.NaN, 7, -1, Number.POSITIVE_INFINITY];
  const clock = steadyClock({ now: () => told.shift() ?? 0 });
  expect(Array.from({ length: 7 }, () => clock.now())).toEqual([0, 5, 5, 5, 7, 7, LAST_MOMENT]);
  expect(steadyClock({ now: () => 3 }, 9).now()).toBe(9);
});
