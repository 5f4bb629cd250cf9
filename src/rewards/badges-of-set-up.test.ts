import { expect, it } from 'vitest';
import { badgesOfSetUp } from './badges-of-set-up.ts';
import { badgesFor } from './badges/accuracy-badges.ts';
import { EDITION, editionKept } from './preference-information/information-edition.ts';
import { preferenceInformation } from './preference-information/preference-information-scorer.ts';

it('has the badges of a scorer that is set as it was measured, and none where it is set otherwise', async () => {
  const { id } = preferenceInformation;
  const badges = await badgesOfSetUp(id, {});
  expect(badges).toEqual(badgesFor(id));
  expect(badges.length).toBeGreaterThan(0);
  const { values } = editionKept({ version: 1, settings: {} });
  expect(values).toHaveProperty([EDITION.id]);
  expect(await badgesOfSetUp(id, values ?? {})).toEqual([]);
});

it('has none of a scorer that nobody measured, or that isn’t there', async () => {
  expect(await badgesOfSetUp('votes', {})).toEqual([]);
  expect(await badgesOfSetUp('unknown', {})).toEqual([]);
});
