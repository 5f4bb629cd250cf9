import { expect, test, type Page } from '@playwright/test';
import { ask } from '../../src/engines/testing/policy-contract.ts';
import { ggufAt, load } from './broken-models.ts';
import { openHarness } from './open-harness.ts';

const REQUEST = ask('Name a fruit.', { ...ask('').sampling, temperature: 1, maxTokens: 12 });

/** Long enough for threads to share out the products of attention, of which each head has one. */
const LONG_TEXT = {
  messages: REQUEST.messages,
  text: 'Apples, pears and plums grow where winters are cold; figs and dates where they are not. '.repeat(
    12,
  ),
};

async function loadAndAsk(page: Page) {
  const outcome = await load(page, ggufAt(page, ''));
  if (!outcome.loaded) throw new Error(outcome.message);
  const answer = await page.evaluate((one) => window.harness.answer(one), REQUEST);
  if (!answer.answered) throw new Error(answer.message);
  const scored = await page.evaluate((one) => window.harness.scoreText(one), LONG_TEXT);
  if (!scored.scored) throw new Error(scored.message);
  return { device: outcome.description.device, answer, read: scored.tokens };
}

test('llama.cpp runs on one thread where the server sends no isolation headers, and writes and reads the same', async ({
  browser,
}) => {
  const isolated = await openHarness(browser);
  const many = await loadAndAsk(isolated);
  await isolated.context().close();

  const page = await openHarness(browser);
  const codeAlone = (url: URL): boolean => !url.pathname.startsWith('/models/');
  await page.context().route(codeAlone, async (route) => {
    const response = await route.fetch();
    const headers = Object.fromEntries(
      Object.entries(response.headers()).filter(([name]) => !name.startsWith('cross-origin-')),
    );
    await route.fulfill({ response, headers });
  });
  await page.reload();
  expect(await page.evaluate(() => globalThis.crossOriginIsolated)).toBe(false);
  const one = await loadAndAsk(page);
  expect(one.device).toBe('CPU: WebAssembly, 1 thread');
  expect(one.answer.text).toBe(many.answer.text);
  expect(one.answer.tokens).toEqual(many.answer.tokens);
  expect(one.read).toEqual(many.read);
  await page.context().close();
});
