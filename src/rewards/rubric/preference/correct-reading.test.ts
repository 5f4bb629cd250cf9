import { describe, expect, it } from 'vitest';
import { createRubric } from '../rubric.ts';
import { correctReading } from './correct-reading.ts';
import { readPreference } from './read-preference.ts';
import {
  AS_READ,
  correctionKept,
  correctionToKeep,
  type ReadingCorrection,
} from './reading-correction.ts';

const PREFERENCE = 'At most 30 words, with emoji.';
const CORRECTED: ReadingCorrection = {
  preference: PREFERENCE,
  without: ['emoji'],
  added: [
    { check: 'steps', wanted: true },
    { check: 'humour', wanted: false },
  ],
};

function checksOf(preference: string, correction: ReadingCorrection): readonly string[] {
  const reading = correctReading(readPreference(preference), preference, correction);
  return reading.demands.map(({ check }) => check);
}

describe('a corrected reading', () => {
  it('has what was added and lacks what was left out', () => {
    expect(checksOf(PREFERENCE, AS_READ)).toEqual(['length', 'emoji']);
    expect(checksOf(` ${PREFERENCE}`, CORRECTED)).toEqual(['length', 'steps', 'humour']);
    const { demands } = correctReading(readPreference(PREFERENCE), PREFERENCE, CORRECTED);
    expect(demands.map(({ sentence }) => sentence).slice(1)).toEqual([
      expect.stringMatching(/^Asks for .+\.$/),
      expect.stringMatching(/^Asks to do without .+\.$/),
    ]);
  });

  it('turns what was read where that is added the other way', () => {
    const added = [{ check: 'emoji', wanted: false }] as const;
    const reading = correctReading(readPreference(PREFERENCE), PREFERENCE, {
      ...CORRECTED,
      ...{ without: [], added },
    });
    expect(reading.demands.at(-1)).toMatchObject({ check: 'emoji', wanted: false });
    expect(reading.demands).toHaveLength(2);
  });

  it('is of its own preference alone', () => {
    expect(checksOf('With emoji.', CORRECTED)).toEqual(['emoji']);
  });

  it('is what the rubric scores by, and what it tells of itself', async () => {
    const rubric = createRubric({}, CORRECTED);
    const request = {
      ...{ prompt: 'How do I make tea?', preference: PREFERENCE, response: 'Boil. Steep. Drink.' },
      conditionedOn: 'prompt-and-preference',
    } as const;
    const { breakdown } = await rubric.score(request, new AbortController().signal);
    const ids = breakdown.map(({ id }) => id);
    expect(ids).toContain('steps');
    expect(ids).not.toContain('emoji');
    expect(rubric.description.settings).toMatchObject({
      readingOf: PREFERENCE,
      readingWithout: 'emoji',
      readingWith: 'steps, -humour',
    });
    expect(createRubric().description.settings).not.toHaveProperty('readingOf');
  });

  it('is kept and comes back, less what this version doesn’t know', () => {
    expect(correctionKept(correctionToKeep(CORRECTED))).toEqual(CORRECTED);
    expect(correctionKept(correctionToKeep(AS_READ))).toBe(null);
    const later = { readingOf: 'x', readingWithout: 'new', readingWith: 'newer, steps' };
    expect(correctionKept(later)).toEqual({
      preference: 'x',
      without: ['new'],
      added: [{ check: 'steps', wanted: true }],
    });
    expect(correctionKept({ ...later, readingWithout: 7, readingWith: '' })).toEqual({
      preference: 'x',
      without: [],
      added: [],
    });
  });
});
