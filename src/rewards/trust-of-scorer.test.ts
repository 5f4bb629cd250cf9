import { expect, it } from 'vitest';
import { fakePolicy } from '../core/testing/fake-run.ts';
import { createLongest, createRandom } from './controls/make-controls.ts';
import { MEASURED_TABLE } from './badges/accuracy-badges.ts';
import { sumOfSettings } from './badges/sum-of-settings.ts';
import { createPreferenceInformation } from './preference-information/preference-information.ts';
import { readerOf } from './preference-information/read-information.ts';
import { badgesOf, trustIn } from './trust-of-scorer.ts';

it('says how a scorer did where that version of it was measured, and which of it is chance', async () => {
  const longest = createLongest().description;
  const later = { ...longest, version: longest.version + 1 };
  const unknown = { ...longest, id: 'unknown' };
  const trustOf = await trustIn([longest, later, unknown]);
  const trust = trustOf(longest);
  expect(trust.map(({ isChance }) => isChance)).toContain(true);
  for (const { sentence } of trust) expect(sentence).toMatch(/\d+(\.\d+)? %/);
  expect([trustOf(later), trustOf(unknown)]).toEqual([[], []]);
});

it('vouches for the settings that were measured, and for no others', async () => {
  // The seed that the measuring command draws with.
  const [measured, other] = [createRandom(1).description, createRandom(2).description];
  const trustOf = await trustIn([measured, other]);
  expect(trustOf(measured)).not.toEqual([]);
  expect(trustOf(other)).toEqual([]);
  expect(trustOf({ ...measured, settings: { seed: 1, weight: 2 } })).toEqual([]);
});

it('vouches for a scorer as it was read with the model of its figure, whatever order its settings stand in', async () => {
  const { id, version, settings } = informationReadBy('embedded-llama-cpp');
  const { settings: sum } = MEASURED_TABLE.figures.find(({ scorer }) => scorer === id) ?? {};
  const reversed = Object.fromEntries(Object.entries(settings).toReversed());
  expect(Object.keys(settings).length).toBeGreaterThan(1);
  expect(await sumOfSettings(reversed)).toBe(sum);
  expect(await badgesOf({ id, version, settings: reversed })).not.toEqual([]);
  expect(await badgesOf(informationReadBy('another-model'))).toEqual([]);
});

function informationReadBy(id: string) {
  const { description, ...policy } = fakePolicy(() => '');
  const reader = readerOf({ ...policy, description: { ...description, id } });
  return createPreferenceInformation(reader).description;
}
