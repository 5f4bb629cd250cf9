import type { Browser, Page } from '@playwright/test';
// The declaration of `window.harness`.
import type {} from '../../e2e/engines/harness/harness.ts';
import { PlainError } from '../../scripts/terminal/plain-error.mjs';
import {
  draftMessages,
  greedy,
  PAPER_SAMPLING,
  type GenerationRequest,
} from '../../src/core/index.ts';
import { LLAMA_CPP } from '../../src/engines/llama-cpp/llama-cpp-model.ts';

/** Of the engine alone, on the embedded model; tokens a second but for the load. */
export interface EngineFigures {
  readonly device: string;
  /** Seconds, from a cache that is empty. */
  readonly load: number;
  readonly prefill: number;
  readonly decode: number;
  /** Eight answers asked for at once, all of their tokens together. */
  readonly together: number;
  /** Texts read for their log-probabilities, their prompt read before. */
  readonly scoring: number;
}

const ANSWER_TOKENS = 48;
const TOGETHER = 8;
const TEXTS = 4;
const PREFERENCE = 'I prefer short answers that a child understands.';
const WORDS =
  'The leaves turn red because the green in them is taken back into the tree before winter comes. ';

/** Opens the engine's own page and measures. */
export async function measureEngine(browser: Browser, url: string): Promise<EngineFigures> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(0);
    await page.goto(url);
    await page.waitForFunction(() => 'harness' in window);
    const { device, load } = await loadEmbedded(page);
    // What the browser compiles on the way is not the engine's speed.
    await answer(page, request('Warm up.', 8));
    const long = WORDS.repeat(16);
    const read = await answer(page, request(`Sum this up: ${long}`, 1));
    const alone = await answer(page, request('Why do leaves turn red?', ANSWER_TOKENS));
    const before = performance.now();
    const all = await Promise.all(
      Array.from({ length: TOGETHER }, (_, at) =>
        answer(page, request('Why do leaves turn red?', ANSWER_TOKENS, at)),
      ),
    );
    const together = (performance.now() - before) / 1000;
    return {
      device,
      load,
      prefill: read.read / read.seconds,
      decode: alone.written / alone.seconds,
      together: all.reduce((sum, { written }) => sum + written, 0) / together,
      scoring: await measureScoring(page),
    };
  } finally {
    await context.close();
  }
}

async function loadEmbedded(page: Page): Promise<{ device: string; load: number }> {
  const outcome = await page.evaluate(
    (engine) => window.harness.load({ kind: 'embedded', engine }),
    LLAMA_CPP,
  );
  if (!outcome.loaded) throw new PlainError(outcome.message);
  return { device: outcome.description.device, load: outcome.seconds };
}

function request(question: string, maxTokens: number, at = 0): GenerationRequest {
  const sampling = maxTokens === 1 ? greedy(PAPER_SAMPLING) : PAPER_SAMPLING;
  return {
    messages: draftMessages(question, PREFERENCE),
    sampling: { ...sampling, maxTokens },
    seed: 100_000_007 * (at + 1),
  };
}

async function answer(
  page: Page,
  asked: GenerationRequest,
): Promise<{ readonly read: number; readonly written: number; readonly seconds: number }> {
  const outcome = await page.evaluate((one) => window.harness.answer(one), asked);
  if (!outcome.answered) throw new PlainError(outcome.message);
  const { promptTokens, cachedPromptTokens, completionTokens } = outcome.usage;
  const read = promptTokens - (cachedPromptTokens ?? 0);
  return { read, written: completionTokens, seconds: outcome.seconds };
}

async function measureScoring(page: Page): Promise<number> {
  const messages = draftMessages('Why do leaves turn red?', null);
  const score = async (text: string) => {
    const outcome = await page.evaluate((one) => window.harness.scoreText(one), { messages, text });
    if (!outcome.scored) throw new PlainError(outcome.message);
    return outcome;
  };
  await score('Because.');
  let tokens = 0;
  let seconds = 0;
  for (let at = 0; at < TEXTS; at += 1) {
    const scored = await score(`${String(at)}: ${WORDS.repeat(2).trim()}`);
    tokens += scored.tokens.length;
    seconds += scored.seconds;
  }
  return tokens / seconds;
}
