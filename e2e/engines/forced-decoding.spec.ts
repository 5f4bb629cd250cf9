import { test } from '@playwright/test';
import { expectLoaded, openHarness } from './open-harness.ts';
import { expectParity } from './parity/compare-scores.ts';

test('llama.cpp gives 20 texts the figures that PyTorch gives them', async ({ browser }) => {
  const page = await openHarness(browser);
  expectLoaded(
    await page.evaluate(() => window.harness.load({ kind: 'embedded', engine: 'llama-cpp' })),
  );
  await expectParity(page, 'llama-cpp');
  await page.context().close();
});
