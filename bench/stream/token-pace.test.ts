import { expect, test } from 'vitest';
import { createPace } from './token-pace.ts';

test('turns come at the rate, in the order asked, and all that were held up at once', async () => {
  let now = 0;
  let tick: () => void = () => undefined;
  const pace = createPace(800, {
    now: () => now,
    often: (callback) => {
      tick = callback;
    },
  });
  const given: number[] = [];
  const turns = Array.from({ length: 20 }, async (_, place) => {
    await pace();
    given.push(place);
  });
  const after = async (milliseconds: number): Promise<number> => {
    now += milliseconds;
    tick();
    await Promise.resolve();
    return given.length;
  };
  expect(await after(1)).toBe(0);
  expect(await after(4)).toBe(4);
  expect(await after(12.5)).toBe(14);
  expect(await after(1000)).toBe(20);
  await Promise.all(turns);
  expect(given).toEqual(Array.from({ length: 20 }, (_, place) => place));
});

test('turns that nobody waited for are lost', async () => {
  let now = 0;
  let tick: () => void = () => undefined;
  const pace = createPace(800, {
    now: () => now,
    often: (callback) => {
      tick = callback;
    },
  });
  now = 1000;
  tick();
  const given: number[] = [];
  const turn = pace().then(() => given.push(1));
  now = 1001;
  tick();
  await Promise.resolve();
  expect(given).toEqual([]);
  now = 1002;
  tick();
  await turn;
  expect(given).toEqual([1]);
});
