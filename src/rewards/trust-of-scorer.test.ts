import { expect, it } from 'vitest';
import { createLongest } from './controls/make-controls.ts';
import { trustOf } from './trust-of-scorer.ts';

it('says how a scorer did where that version of it was measured, and which of it is chance', () => {
  const longest = createLongest().description;
  const trust = trustOf(longest);
  expect(trust.map(({ isChance }) => isChance)).toContain(true);
  for (const { sentence } of trust) expect(sentence).toMatch(/\d+(\.\d+)? %/);
  expect(trustOf({ ...longest, version: longest.version + 1 })).toEqual([]);
  expect(trustOf({ ...longest, id: 'unknown' })).toEqual([]);
});
