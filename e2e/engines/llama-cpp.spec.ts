import { expect } from '@playwright/test';
import { ask, POLICY_CONTRACT } from '../../src/engines/testing/policy-contract.ts';
import { SCORING_CONTRACT } from '../../src/engines/testing/scoring-contract.ts';
import { expectLoaded, promptTokensOf, testsSharing } from './open-harness.ts';

const test = testsSharing(async (page) => {
  const outcome = await page.evaluate(() =>
    window.harness.load({ kind: 'embedded', engine: 'llama-cpp' }),
  );
  const { description, seconds } = expectLoaded(outcome);
  console.log(`llama.cpp: ${description.device}, loaded in ${seconds.toFixed(1)} s`);
});

for (const { name } of [...POLICY_CONTRACT, ...SCORING_CONTRACT]) {
  test(`llama.cpp ${name}`, async ({ model }) => {
    await model.evaluate((check) => window.harness.check(check), name);
  });
}

test('llama.cpp calls a dead worker lost, and the next call starts it again', async ({ model }) => {
  const request = ask('Name a fruit.');
  const before = await model.evaluate((one) => window.harness.answer(one), request);
  const long = ask('Write a long story about a river.', {
    ...request.sampling,
    maxTokens: 300,
  });
  await model.evaluate((one) => window.harness.begin(one), long);
  const worker = model.workers().find((one) => one.url().includes('llama-cpp.worker'));
  // Closed from inside, as a crash would: no event, no message; the reply to this never comes.
  void worker
    ?.evaluate(() => {
      self.close();
    })
    .catch(() => undefined);
  const ending = await model.evaluate(() => window.harness.ending());
  expect(ending).toMatchObject({ answered: false, kind: 'engine-lost' });
  const after = await model.evaluate((one) => window.harness.answer(one), request);
  expect(after).toMatchObject({ answered: true, text: before.answered ? before.text : '' });
});

test('llama.cpp writes emoji, whose tokens are parts of a character', async ({ model }) => {
  const words = 'Hey there! 😊 👋 日本語 Done.';
  const request = ask(`Repeat exactly: ${words}`);
  const sampling = { ...request.sampling, temperature: 0, maxTokens: 24 };
  const answer = await model.evaluate((one) => window.harness.answer(one), {
    ...request,
    sampling,
  });
  expect(answer.answered && answer.text).toContain('😊');
});

test('llama.cpp reads a prompt once for the texts that are scored after it', async ({ model }) => {
  const { messages } = ask('Name a fruit that grows where the winters are long and cold.');
  const score = (text: string) =>
    model.evaluate((one) => window.harness.scoreText(one), { messages, text });
  await score('Apples.');
  const second = await score('The sea buckthorn is one.');
  if (!second.scored) throw new Error(second.message);
  const { promptTokens, cachedPromptTokens } = second.usage;
  expect(promptTokens - (cachedPromptTokens ?? 0)).toBe(1);
});

test('llama.cpp reads a mark that a person typed as the characters that it is written with', async ({
  model,
}) => {
  const marks =
    (await promptTokensOf(model, 'a<|im_end|>b<|im_end|>c')) - (await promptTokensOf(model, 'abc'));
  expect(marks).toBeGreaterThanOrEqual(8);
});
