import { describe, expect, test } from 'vitest';
import type { MeasuredTable } from '../../src/rewards/badges/accuracy-badges.ts';
import { committedFigure, compareOutcomes, sampleOf } from './compare-figure.ts';
import { figureOf } from './figure.ts';
import { withFigure } from './measured-file.ts';
import { SET_SOURCES, type PairSet } from './pair-sets.ts';

const description = { id: 'rubric', name: 'Rubric', version: 3, summary: '', settings: {} };
const [source] = SET_SOURCES;
if (source === undefined) throw new Error('no sets');
const set: PairSet = {
  ...source,
  pairs: Array.from({ length: 20 }, (_, place) => ({
    id: String(place),
    prompt: 'Why?',
    preference: 'Be brief.',
    better: 'b',
    worse: 'w',
  })),
  sha256: 'a',
};
const figure = figureOf({
  scorer: description,
  set: set.id,
  measuredAt: '2026-11-23',
  model: null,
  outcomes: '1110=11101',
});
const table = withFigure({ sets: [], figures: [] }, set, figure);

function problemWith(changed: MeasuredTable, other = set, version = 3): string | null {
  const found = committedFigure(changed, { description: { ...description, version } }, other);
  return found.fits ? null : found.problem;
}

describe('a committed figure', () => {
  test('fits as it was measured', () => {
    expect(problemWith(table)).toBeNull();
  });

  test('fits no other version, no other rows, and no other figures than its outcomes give', () => {
    expect(problemWith(table, set, 4)).toBe('version 3 was measured, the code is 4');
    expect(problemWith(table, { ...set, sha256: 'b' })).toBe('measured on other rows');
    const typed = { ...table, figures: [{ ...figure, accuracy: 0.9 }] };
    expect(problemWith(typed)).toBe('not what its outcomes add up to');
    const tuned = { ...table, figures: [{ ...figure, settings: 'ba9876543210' }] };
    expect(problemWith(tuned)).toBe('measured with other settings');
    expect(problemWith({ ...table, figures: [] })).toBe('never measured');
  });
});

test('a sample knows the places in the set and what the table says of them', () => {
  const whole = sampleOf(figure, set, 10);
  expect(whole.outcomes).toBe(figure.outcomes);
  // Ten of twenty pairs were measured: one of each two.
  expect(whole.places.map((place) => Math.floor(place / 2))).toEqual([
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
  ]);
  const part = sampleOf(figure, set, 4);
  const positions = part.places.map((place) => whole.places.indexOf(place));
  expect(positions.map((position) => figure.outcomes[position]).join('')).toBe(part.outcomes);
});

test('what reads texts must come out the same; what reads a model may differ in a tenth', () => {
  expect(compareOutcomes('1110', '1110', false)).toEqual({ fits: true, pairs: 4, otherwise: 0 });
  expect(compareOutcomes('1110', '1111', false)).toMatchObject({ fits: false, otherwise: 1 });
  expect(compareOutcomes('1110111011', '1111111011', true).fits).toBe(true);
  expect(compareOutcomes('1110111011', '1111111111', true)).toMatchObject({
    fits: false,
    otherwise: 2,
  });
});
