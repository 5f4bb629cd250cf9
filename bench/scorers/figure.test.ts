import { expect, test } from 'vitest';
import { sumOfSettings as sumOfSettingsInPage } from '../../src/rewards/badges/sum-of-settings.ts';
import { figureOf, sumOfSettings } from './figure.ts';

const parts = {
  scorer: { id: 'made-up', version: 2, settings: { a: 1, b: 2 } },
  set: 'a-set',
  measuredAt: '2026-11-23',
  model: null,
};

test('ties and failures count half', () => {
  expect(figureOf({ ...parts, outcomes: '11111110=-' })).toMatchObject({
    scorer: 'made-up',
    version: 2,
    n: 10,
    right: 7,
    ties: 1,
    failed: 1,
    accuracy: 0.8,
  });
});

test('what the interval holds one half of is no better than chance', () => {
  expect(figureOf({ ...parts, outcomes: '1'.repeat(8) }).noBetterThanChance).toBe(false);
  expect(figureOf({ ...parts, outcomes: '0'.repeat(8) }).noBetterThanChance).toBe(false);
  const near = figureOf({ ...parts, outcomes: '1'.repeat(6) + '0'.repeat(4) });
  expect(near.noBetterThanChance).toBe(true);
  // Wilson's interval of 6 in 10, as tables print it.
  expect(near.interval).toEqual({ low: 0.3127, high: 0.8318 });
});

test('settings have the sum by which the page looks for a scorer’s figures', async () => {
  const settings = { policy: 'embedded', tokens: 24 };
  expect(sumOfSettings(settings)).toBe(await sumOfSettingsInPage(settings));
});

test('settings have the same sum in any order, and another where one differs', () => {
  const { settings } = figureOf({ ...parts, outcomes: '1' });
  expect(settings).toBe(sumOfSettings({ b: 2, a: 1 }));
  expect(settings).not.toBe(sumOfSettings({ a: 1, b: 3 }));
});
