import { expect } from '@playwright/test';
import {
  CHAT_PROMPTS,
  DEFAULT_SAMPLING,
  draftMessages,
  feedbackMessages,
  refinementMessages,
  type ChatMessage,
} from '../../src/core/index.ts';
import { expectLoaded, testsSharing } from './open-harness.ts';

const test = testsSharing(async (page) => {
  const outcome = await page.evaluate(() =>
    window.harness.load({ kind: 'embedded', engine: 'llama-cpp' }),
  );
  expectLoaded(outcome);
});

const PROMPT = 'Why do the leaves of some trees turn red in autumn?';
const PREFERENCE = 'I prefer short answers that a child understands.';
const DRAFTS = 4;
const REFINEMENTS = 4;

test('llama.cpp reads what the calls of PRS share once', async ({ model }) => {
  const calls: { readonly what: string; readonly prompt: number; readonly read: number }[] = [];
  const write = async (what: string, messages: readonly ChatMessage[], seed: number) => {
    const sampling = { ...DEFAULT_SAMPLING, maxTokens: 10 };
    const request = { messages, sampling, seed };
    const answer = await model.evaluate((one) => window.harness.answer(one), request);
    if (!answer.answered) throw new Error(answer.message);
    const { promptTokens, cachedPromptTokens } = answer.usage;
    calls.push({ what, prompt: promptTokens, read: promptTokens - (cachedPromptTokens ?? 0) });
    return answer;
  };

  const drafts = [];
  for (let place = 0; place < DRAFTS; place += 1) {
    drafts.push(await write('draft', draftMessages(PROMPT, PREFERENCE), 100_000_007 * (place + 1)));
  }
  // The second draft, not the last: the last one's words are in the cache anyway.
  const anchor = drafts[1]?.text ?? '';
  const asked = feedbackMessages(PROMPT, PREFERENCE, anchor, CHAT_PROMPTS);
  const { text: feedback, usage } = await write('feedback', asked, 700_000_001);
  const reflection = { anchor, feedback };
  const refine = refinementMessages(PROMPT, PREFERENCE, reflection, CHAT_PROMPTS);
  for (let place = 0; place < REFINEMENTS; place += 1) {
    await write('refinement', refine, 100_000_007 * (place + 11));
  }

  console.table(calls);
  const longest = Math.max(...calls.map(({ prompt }) => prompt));
  const read = calls.reduce((sum, call) => sum + call.read, 0);
  // Everything once, but for the feedback, which is there since it was written, all but its last token; and the last
  // token of a prompt again in each repeat: without it there is nothing to go on from.
  const least = longest - (usage.completionTokens - 1) + (DRAFTS - 1) + (REFINEMENTS - 1);
  console.log(`${String(read)} prompt tokens read; at most ${String(least)} needed`);
  expect(read / least).toBeLessThanOrEqual(1.05);
  const repeats = [...calls.slice(1, DRAFTS), ...calls.slice(DRAFTS + 2)];
  expect(repeats.map((call) => call.read)).toEqual(repeats.map(() => 1));
});
