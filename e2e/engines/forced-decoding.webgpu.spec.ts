import { test } from '@playwright/test';
import { expectLoaded, openHarness } from './open-harness.ts';
import { expectParity } from './parity/compare-scores.ts';

test('WebLLM gives three short texts the figures that PyTorch gives them', async ({ browser }) => {
  const page = await openHarness(browser);
  expectLoaded(
    await page.evaluate(() => window.harness.load({ kind: 'embedded', engine: 'webllm' })),
  );
  // A sentence, characters of several tokens, and the beginning of a chat.
  await expectParity(page, 'webllm', ['capital', 'japan', 'tea alone']);
  await page.context().close();
});
