import { expect, it } from 'vitest';
import { AwakeClock } from './awake-clock.ts';
import { TextsCount } from './texts-progress.ts';

const HOUR = 3_600_000;

/** A machine whose time passes by hand; while it sleeps nobody is told. */
function machine() {
  let time = 1_000;
  let ticks: { readonly milliseconds: number; readonly tick: () => void } | null = null;
  const clock = new AwakeClock({ now: () => time }, (milliseconds, tick) => {
    ticks = { milliseconds, tick };
    return () => {
      ticks = null;
    };
  });
  const sleep = (milliseconds: number): void => {
    time += milliseconds;
    ticks?.tick();
  };
  const work = (milliseconds: number): void => {
    const step = ticks?.milliseconds ?? milliseconds;
    for (let done = 0; done < milliseconds; done += step)
      sleep(Math.min(step, milliseconds - done));
  };
  return { clock, sleep, work, isTold: () => ticks !== null };
}

it('counts all that was worked, however long a text took, and of a sleep no more than between two looks', () => {
  const { clock, sleep, work } = machine();
  const count = new TextsCount(1, 0, 4, clock.now());
  work(HOUR);
  expect(count.spent(clock.now()).seconds).toBe(3_600);
  sleep(8 * HOUR);
  work(60_000);
  count.added({ done: 1, failed: 0, tokens: 10 });
  expect(count.spent(clock.now()).seconds).toBe(3_600 + 20 + 60);
  expect(count.at(clock.now()).secondsLeft).toBe(3 * 3_680);
});

it('goes on in a hidden tab, which is told once a minute', () => {
  const { clock, sleep } = machine();
  const begun = clock.now();
  for (let minute = 0; minute < 10; minute += 1) sleep(60_000);
  expect(clock.now() - begun).toBe(600_000);
});

it.each([
  ['back and right again', -HOUR, HOUR],
  ['forth and right again', HOUR, -HOUR],
  ['back a little, twice', -5_000, -5_000],
])('loses no time where its clock is put %s', (_, first, then) => {
  const { clock, sleep, work } = machine();
  const begun = clock.now();
  work(40_000);
  sleep(first);
  work(40_000);
  sleep(then);
  work(40_000);
  const passed = clock.now() - begun;
  // What was put forth counts no more than the time between two looks.
  expect(passed).toBe(120_000 + (Math.max(first, then) > 0 ? 20_000 : 0));
});

it('is told no more once it is closed', () => {
  const { clock, isTold } = machine();
  expect(isTold()).toBe(true);
  clock.close();
  expect(isTold()).toBe(false);
});
