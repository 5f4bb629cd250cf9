import { expect, type Page } from '@playwright/test';
import { ask, POLICY_CONTRACT } from '../../src/engines/testing/policy-contract.ts';
import { SCORING_CONTRACT } from '../../src/engines/testing/scoring-contract.ts';
import {
  expectLoaded,
  openHarness,
  promptTokensOf,
  testInOwnBrowser,
  testsSharing,
} from './open-harness.ts';

async function prepare(page: Page): Promise<void> {
  const outcome = await page.evaluate(() =>
    window.harness.load({ kind: 'embedded', engine: 'webllm' }),
  );
  const { description, seconds } = expectLoaded(outcome);
  console.log(`WebLLM: ${description.device}, loaded in ${seconds.toFixed(1)} s`);
}

const test = testsSharing(prepare);

for (const { name } of [...POLICY_CONTRACT, ...SCORING_CONTRACT]) {
  test(`WebLLM ${name}`, async ({ model }) => {
    await model.evaluate((check) => window.harness.check(check), name);
  });
}

const request = ask('Name a fruit.');
const long = ask('Count from one to two hundred.', { ...request.sampling, maxTokens: 300 });

test('WebLLM calls a dead worker lost, and the next call starts it again', async ({ model }) => {
  await model.evaluate((one) => window.harness.begin(one), long);
  const worker = model.workers().find((one) => one.url().includes('webllm.worker'));
  // Closed from inside, as a crash would: no event, no message; the reply to this never comes.
  void worker
    ?.evaluate(() => {
      self.close();
    })
    .catch(() => undefined);
  const ending = await model.evaluate(() => window.harness.ending());
  expect(ending).toMatchObject({ answered: false, kind: 'engine-lost' });
  const after = await model.evaluate((one) => window.harness.answer(one), request);
  expect(after).toMatchObject({ answered: true });
});

testInOwnBrowser(
  'WebLLM calls a lost device lost, and the next call starts on a new one',
  async ({ ownBrowser, baseURL }) => {
    const model = await openHarness(ownBrowser, baseURL);
    await prepare(model);
    await model.evaluate((one) => window.harness.begin(one), long);
    const devtools = await ownBrowser.newBrowserCDPSession();
    await devtools.send('Browser.crashGpuProcess').catch(() => undefined);
    const ending = await model.evaluate(() => window.harness.ending());
    expect(ending).toMatchObject({ answered: false, kind: 'engine-lost' });
    const after = await model.evaluate((one) => window.harness.answer(one), request);
    expect(after).toMatchObject({ answered: true });
  },
);

test('WebLLM reads a mark that a person typed as the characters that it is written with', async ({
  model,
}) => {
  const marks =
    (await promptTokensOf(model, 'a<|im_end|>b<|im_end|>c')) - (await promptTokensOf(model, 'abc'));
  expect(marks).toBeGreaterThanOrEqual(8);
});
