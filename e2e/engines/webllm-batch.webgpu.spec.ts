import { expect, type Page } from '@playwright/test';
import type { GenerationRequest } from '../../src/core/index.ts';
import { ask } from '../../src/engines/testing/policy-contract.ts';
import { expectLoaded, openHarness, testInOwnBrowser, testsSharing } from './open-harness.ts';

/** The embedded model's library is made for batches; its context of 2048 tokens holds eight sequences of 256. */
const SEQUENCES = 8;

async function prepare(page: Page): Promise<void> {
  const outcome = await page.evaluate(() =>
    window.harness.load({ kind: 'embedded', engine: 'webllm' }),
  );
  const { description } = expectLoaded(outcome);
  expect(description.parallelism).toBe(SEQUENCES);
  expect(description.ignoredSettings).toEqual([]);
}

const test = testsSharing(prepare);

const { sampling: greedy } = ask('');
const QUESTIONS = [
  'Name a fruit.',
  'Name a colour.',
  'Count from one to twenty in words.',
] as const;

/** More than fit at once, of several prompts and lengths, so that some wait and some end early. */
const REQUESTS: readonly GenerationRequest[] = Array.from({ length: SEQUENCES + 2 }, (_, place) =>
  ask(QUESTIONS[place % QUESTIONS.length] ?? '', { ...greedy, maxTokens: 2 + (place % 4) }),
);

test('WebLLM writes greedy answers together as it writes them alone', async ({ model }) => {
  const together = await model.evaluate(
    (requests) => Promise.all(requests.map((request) => window.harness.answer(request))),
    REQUESTS,
  );
  for (const [place, request] of REQUESTS.entries()) {
    const alone = await model.evaluate((one) => window.harness.answer(one), request);
    if (!alone.answered) throw new Error(alone.message);
    const { text, tokens, finishReason } = alone;
    expect(together[place]).toMatchObject({ answered: true, text, tokens, finishReason });
  }
});

test('WebLLM scores texts together as it scores them alone', async ({ model }) => {
  const { messages } = ask(QUESTIONS[0]);
  const texts = ['Figs', 'Figs are sweet.', 'A plum, or a pear.'];
  const requests = texts.map((text) => ({ messages, text }));
  const together = await model.evaluate(
    (all) => Promise.all(all.map((request) => window.harness.scoreText(request))),
    requests,
  );
  for (const [place, request] of requests.entries()) {
    const alone = await model.evaluate((one) => window.harness.scoreText(one), request);
    if (!alone.scored) throw new Error(alone.message);
    expect(together[place]).toMatchObject({ scored: true, tokens: alone.tokens });
  }
});

test('WebLLM reads the prompt of a layer once', async ({ model }) => {
  const requests = [1, 2, 3].map((seed) =>
    ask('Name a city by the sea.', { ...greedy, temperature: 1, maxTokens: 2 }, seed),
  );
  const answers = await model.evaluate(
    (all) => Promise.all(all.map((request) => window.harness.answer(request))),
    requests,
  );
  const cached = answers.map((answer) => answer.answered && answer.usage.cachedPromptTokens);
  const whole = answers.map((answer) => answer.answered && answer.usage.promptTokens);
  expect(cached).toEqual([0, whole[1], whole[2]]);
});

testInOwnBrowser(
  'WebLLM calls every answer of a batch lost with its device, and starts on a new one',
  async ({ ownBrowser, baseURL }) => {
    const model = await openHarness(ownBrowser, baseURL);
    await prepare(model);
    const long = ask('Count from one to two hundred.', { ...greedy, maxTokens: 200 });
    const batch = model.evaluate(
      (requests) => Promise.all(requests.map((request) => window.harness.answer(request))),
      [1, 2, 3].map((seed) => ({ ...long, seed })),
    );
    // Resolves when the batch is being decoded.
    await model.evaluate((one) => window.harness.begin(one), long);
    const devtools = await ownBrowser.newBrowserCDPSession();
    await devtools.send('Browser.crashGpuProcess').catch(() => undefined);
    for (const outcome of [...(await batch), await model.evaluate(() => window.harness.ending())]) {
      expect(outcome).toMatchObject({ answered: false, kind: 'engine-lost' });
    }
    const again = [1, 2].map((seed) => ask(QUESTIONS[0], { ...greedy, maxTokens: 2 }, seed));
    const after = await model.evaluate(
      (requests) => Promise.all(requests.map((request) => window.harness.answer(request))),
      again,
    );
    for (const outcome of after) expect(outcome).toMatchObject({ answered: true });
  },
);
