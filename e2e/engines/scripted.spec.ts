import { expect, test } from '@playwright/test';
import { POLICY_CONTRACT } from '../../src/engines/testing/policy-contract.ts';
import { SCORING_CONTRACT } from '../../src/engines/testing/scoring-contract.ts';
import { openHarness } from './open-harness.ts';

test('the scripted policy keeps to the contract in the browser, as the engines do', async ({
  browser,
}) => {
  const page = await openHarness(browser);
  await page.evaluate(() => {
    window.harness.useScripted();
  });
  for (const { name } of [...POLICY_CONTRACT, ...SCORING_CONTRACT]) {
    await page.evaluate((check) => window.harness.check(check), name);
  }
  await page.context().close();
});

test('without WebGPU the catalogue starts the embedded model on the processor', async ({
  browser,
}) => {
  const page = await openHarness(browser);
  const { capabilities, defaultOfferId, explanation, offers } = await page.evaluate(() =>
    window.harness.assess(),
  );
  expect(capabilities.webgpu).toMatch(/missing|no-adapter/);
  expect(capabilities.threads).toBe(true);
  expect(defaultOfferId).toBe('embedded-llama-cpp');
  expect(explanation).toMatch(/SmolLM2-135M-Instruct runs on the processor\.$/);
  expect(offers.length).toBeGreaterThan(150);
  await page.context().close();
});
