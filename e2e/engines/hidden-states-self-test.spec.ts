import { expect, test } from '@playwright/test';
import { openHarness } from './open-harness.ts';

test('the self-test passes on the embedded model’s backbone', async ({ browser }) => {
  test.setTimeout(300_000);
  const page = await openHarness(browser);
  const { result, seconds } = await page.evaluate(() => window.hiddenStates.selfTest());
  console.table(result.chats.map(({ id, expected, got }) => ({ id, expected, got })));
  console.log(`${seconds.toFixed(1)} s, off by ${String(result.deviation)}`, result.pairs);
  expect(result.chats).toHaveLength(20);
  expect(result.chats.filter(({ ok }) => !ok)).toEqual([]);
  expect(result.pairs).toMatchObject([{ ok: true, problem: null }]);
  expect(result.passed).toBe(true);
  await page.context().close();
});
