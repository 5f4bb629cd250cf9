import { chromium, type Browser, type Page } from '@playwright/test';
import { manifest } from '../../../scripts/embedded-model/manifest.mjs';
import { findBrowser, QUIET_FLAGS } from '../../../scripts/setup/browser.mjs';
import { PlainError } from '../../../scripts/terminal/plain-error.mjs';
import { PolicyError, type GenerationChunk, type Policy } from '../../../src/core/index.ts';
import type { PageOutcome } from './embedded-page.ts';
import { serveEmbedded } from './serve-embedded.ts';

/** The embedded model in a browser of its own, as a policy outside of it. */
export interface EmbeddedModel {
  readonly policy: Policy;
  /** Which weights on which engine: another key, other figures. */
  readonly key: string;
  readonly close: () => Promise<void>;
}

/** @throws PlainError where browser or model can't be started. */
export async function openEmbedded(threads: number): Promise<EmbeddedModel> {
  const served = await serveEmbedded(threads);
  const browser = await launch().catch(async (error: unknown) => {
    await served.close();
    throw error;
  });
  const close = async (): Promise<void> => {
    await browser.close();
    await served.close();
  };
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    await page.goto(served.url);
    await page.waitForFunction(() => 'embedded' in window);
    return { policy: await policyIn(page), key: `llama.cpp ${manifest.llamaCpp.sha256}`, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function launch(): Promise<Browser> {
  const executablePath = findBrowser();
  try {
    return await chromium.launch({
      args: QUIET_FLAGS,
      ...(executablePath === undefined ? {} : { executablePath }),
    });
  } catch (error) {
    throw new PlainError(
      'The browser did not start: install Google Chrome or Chromium, or set CHROME_PATH to one, and run the command again.',
      { cause: error },
    );
  }
}

async function policyIn(page: Page): Promise<Policy> {
  const loaded = await page.evaluate(() => window.embedded.load());
  if (!loaded.ok) throw new PlainError(`The embedded model did not start: ${loaded.message}`);
  async function* generate(
    request: Parameters<Policy['generate']>[0],
    signal: AbortSignal,
  ): AsyncGenerator<GenerationChunk, void, undefined> {
    signal.throwIfAborted();
    yield* valueOf(await page.evaluate((one) => window.embedded.generate(one), request));
  }
  return {
    description: loaded.value,
    generate,
    scoreText: async (request, signal) => {
      signal.throwIfAborted();
      return valueOf(await page.evaluate((one) => window.embedded.scoreText(one), request));
    },
  };
}

function valueOf<Value>(outcome: PageOutcome<Value>): Value {
  if (outcome.ok) return outcome.value;
  throw new PolicyError(outcome.kind, outcome.message);
}
