import { describe, expect, it } from 'vitest';
import { GROWING_RUNS } from './growing-runs.ts';
import { exponentOf, openRun } from './measure-and-report.ts';

it('reads the power that a time grows by', () => {
  const sizes = [1, 2, 4, 8, 16];
  expect(exponentOf(sizes, sizes)).toBeCloseTo(1);
  expect(
    exponentOf(
      sizes,
      sizes.map((size) => size * size),
    ),
  ).toBeCloseTo(2);
});

/** What took 16 and 15 seconds, and as much again for each quarter more. */
describe('a run of many', () => {
  it.each(['votes', 'line breaks'])('%s opens within seconds', async (kind) => {
    const run = GROWING_RUNS.find((each) => each.kind === kind);
    if (run === undefined) throw new Error(`There is no ${kind}.`);
    expect(await openRun(await run.make(60_000))).toBeLessThan(6);
  });
});
