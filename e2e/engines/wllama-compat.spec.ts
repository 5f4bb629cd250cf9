import { expect, test } from '@playwright/test';
import { ask } from '../../src/engines/testing/policy-contract.ts';
import { ggufAt, load } from './broken-models.ts';
import { openHarness } from './open-harness.ts';

test('wllama runs in a browser that can’t suspend WebAssembly, and writes the same', async ({
  browser,
}) => {
  const page = await openHarness(browser);
  const request = ask('Name a fruit.');
  await page.context().route('**/wllama.worker-*.js', async (route) => {
    const response = await route.fetch();
    const body = `delete WebAssembly.Suspending;${await response.text()}`;
    await route.fulfill({ response, body });
  });
  const outcome = await load(page, ggufAt(page, ''));
  if (!outcome.loaded) throw new Error(outcome.message);
  expect(outcome.description.device).toContain('build for older browsers');
  const answer = await page.evaluate((one) => window.harness.answer(one), request);
  expect(answer).toMatchObject({ answered: true, finishReason: 'length' });
  await page.context().close();
});
