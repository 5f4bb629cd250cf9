import { expect, test as base, type Browser, type Page } from '@playwright/test';
import { ask } from '../../src/engines/testing/policy-contract.ts';
import type { LoadOutcome } from './harness/harness.ts';
// The declaration of `window.harness`.
import type {} from './harness/harness.ts';

/**
 * Opens the harness on a page of its own, with nothing cached from pages before.
 *
 * @param baseURL of a browser that a test has started by itself, which knows none
 */
export async function openHarness(browser: Browser, baseURL?: string): Promise<Page> {
  const context = await browser.newContext(baseURL === undefined ? {} : { baseURL });
  const page = await context.newPage();
  await page.goto('/');
  await page.waitForFunction(() => 'harness' in window);
  return page;
}

/**
 * Tests that share one page with one loaded model, because loading it takes longer than most of them. A test that fails
 * takes the page down with it; the next one gets a fresh page.
 */
export function testsSharing(prepare: (page: Page) => Promise<void>) {
  return base.extend<object, { readonly model: Page }>({
    model: [
      async ({ browser }, use) => {
        const page = await openHarness(browser);
        await prepare(page);
        await use(page);
        await page.context().close();
      },
      { scope: 'worker' },
    ],
  });
}

/**
 * Tests that crash the graphics process: each in a browser of its own, since one that has lost its graphics process a few times
 * starts no other, and would fail the tests after.
 */
export const testInOwnBrowser = base.extend<{ readonly ownBrowser: Browser }>({
  ownBrowser: async ({ playwright, launchOptions }, use) => {
    const browser = await playwright.chromium.launch(launchOptions);
    await use(browser);
    await browser.close();
  },
});

export function expectLoaded(outcome: LoadOutcome): Extract<LoadOutcome, { loaded: true }> {
  if (!outcome.loaded) throw new Error(`not loaded: ${outcome.kind}: ${outcome.message}`);
  expect(outcome.loaded).toBe(true);
  return outcome;
}

/** Tokens of the prompt that holds the question, as the engine counts them where a short text is scored after it. */
export async function promptTokensOf(model: Page, question: string): Promise<number> {
  const { messages } = ask(question);
  const scored = await model.evaluate((one) => window.harness.scoreText(one), {
    messages,
    text: 'Figs.',
  });
  return scored.scored ? scored.usage.promptTokens : 0;
}
