import { describe, expect, it, test } from 'vitest';
import { z } from 'zod';
import { wilsonInterval } from '../../core/index.ts';
import { badgesFor, type MeasuredFigure, type MeasuredTable } from './accuracy-badges.ts';
import measured from './measured.json' with { type: 'json' };

const share = z.number().min(0).max(1);
const count = z.int().nonnegative();
const tableSchema = z.strictObject({
  sets: z.array(
    z.strictObject({
      id: z.string().min(1),
      name: z.string().min(1),
      conditionedOn: z.enum(['prompt', 'prompt-and-preference']),
      pairs: z.int().positive(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
  figures: z.array(
    z.strictObject({
      scorer: z.string().min(1),
      version: z.int().positive(),
      settings: z.string().regex(/^[0-9a-f]{12}$/),
      set: z.string().min(1),
      measuredAt: z.iso.date(),
      n: z.int().positive(),
      right: count,
      ties: count,
      failed: count,
      accuracy: share,
      interval: z.strictObject({ low: share, high: share }),
      noBetterThanChance: z.boolean(),
      model: z.string().min(1).nullable(),
      outcomes: z.string().regex(/^[10=-]+$/),
    }),
  ),
});

const table: MeasuredTable = tableSchema.parse(measured);
const inOutcomes = ({ outcomes }: MeasuredFigure, sign: string) => outcomes.split(sign).length - 1;
const named = table.figures.map((figure) => [`${figure.scorer} on ${figure.set}`, figure] as const);

describe('the committed table', () => {
  it('has every scorer on every set at most once, and knows each set', () => {
    const names = named.map(([name]) => name);
    expect(new Set(names).size).toBe(names.length);
    const ids = table.sets.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { set } of table.figures) expect(ids).toContain(set);
  });

  it.each(named)('counts what it saw: %s', (_, figure) => {
    expect(figure.outcomes).toHaveLength(figure.n);
    expect(inOutcomes(figure, '1')).toBe(figure.right);
    expect(inOutcomes(figure, '=')).toBe(figure.ties);
    expect(inOutcomes(figure, '-')).toBe(figure.failed);
    const set = table.sets.find(({ id }) => id === figure.set);
    expect(figure.n).toBeLessThanOrEqual(set?.pairs ?? 0);
  });

  it.each(named)('reckons right: %s', (_, figure) => {
    const { n, right, ties, failed, accuracy, interval } = figure;
    const successes = right + (ties + failed) / 2;
    expect(accuracy).toBeCloseTo(successes / n, 4);
    const { low = Number.NaN, high = Number.NaN } = wilsonInterval(successes, n) ?? {};
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
    expect(figure.noBetterThanChance).toBe(low <= 0.5 && high >= 0.5);
  });
});

const figure: MeasuredFigure = {
  scorer: 'made-up',
  version: 1,
  settings: '0123456789ab',
  set: 'a-set',
  measuredAt: '2026-11-23',
  n: 100,
  right: 86,
  ties: 2,
  failed: 0,
  accuracy: 0.87,
  interval: { low: 0.7902, high: 0.9222 },
  noBetterThanChance: false,
  model: null,
  outcomes: '',
};
const set = {
  id: 'a-set',
  name: 'preference set, held out',
  conditionedOn: 'prompt-and-preference',
  pairs: 100,
  sha256: '',
};

function sentenceFor(changes: Partial<MeasuredFigure>): string | undefined {
  const [badge] = badgesFor('made-up', { sets: [set], figures: [{ ...figure, ...changes }] });
  return badge?.sentence;
}

test('a badge says how many of how many pairs, on what, and how sure that is', () => {
  expect(sentenceFor({})).toBe('87 % of 100 pairs (79 to 92 %), preference set, held out');
  const [badge] = badgesFor('made-up', { sets: [set], figures: [figure] });
  expect(badge).toMatchObject({ set: 'a-set', n: 100, accuracy: 0.87, low: 0.7902, high: 0.9222 });
});

test('a badge says what is no better than chance, what is worse, and what was not scored', () => {
  const near = { accuracy: 0.52, interval: { low: 0.42, high: 0.61 }, noBetterThanChance: true };
  expect(sentenceFor(near)).toMatch(/: no better than chance$/);
  const below = { accuracy: 0.3, interval: { low: 0.22, high: 0.4 } };
  expect(sentenceFor(below)).toMatch(/: worse than chance$/);
  const table = { sets: [set], figures: [{ ...figure, ...below, failed: 4 }, figure] };
  expect(
    badgesFor('made-up', table).map(({ worseThanChance, failed }) => [worseThanChance, failed]),
  ).toEqual([
    [true, 4],
    [false, 0],
  ]);
  expect(sentenceFor({ failed: 4 })).toMatch(/, 4 of them not scored$/);
});

test('a scorer has a badge for each set that it was measured on, in the order of the sets', () => {
  const other = { ...set, id: 'other', name: 'other' };
  const figures = [{ ...figure, set: 'other' }, figure, { ...figure, scorer: 'another' }];
  const badges = badgesFor('made-up', { sets: [set, other], figures });
  expect(badges.map((badge) => badge.set)).toEqual(['a-set', 'other']);
  expect(badgesFor('never-measured', { sets: [set], figures })).toEqual([]);
});
