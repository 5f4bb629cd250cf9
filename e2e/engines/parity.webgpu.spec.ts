import { expect, test, type Page } from '@playwright/test';
import { ask } from '../../src/engines/testing/policy-contract.ts';
import type { AnswerOutcome } from './harness/harness.ts';
import { expectLoaded, openHarness } from './open-harness.ts';

const PROMPTS = [
  'What is the capital of France?',
  'Name three fruits.',
  'Why is the sky blue?',
  'Write a short poem about rain.',
  'How do I boil an egg?',
  'Say hello in Spanish.',
];

// Two engines answer, one of them on a graphics adapter that is computed: minutes where a machine is slow.
test.describe.configure({ timeout: 360_000 });

/**
 * How far apart the log-probabilities of the same token may lie, in nats. llama.cpp rounds activations to 8 bits before it
 * multiplies, WebLLM computes with the same weights in 32: measured at most 0.20 on these prompts.
 */
const TOLERANCE = 0.3;

type Answered = Extract<AnswerOutcome, { answered: true }>;

async function answersOf(page: Page, engine: 'llama-cpp' | 'webllm'): Promise<readonly Answered[]> {
  const load = (name: typeof engine) => window.harness.load({ kind: 'embedded', engine: name });
  expectLoaded(await page.evaluate(load, engine));
  const answers: Answered[] = [];
  for (const prompt of PROMPTS) {
    const { sampling } = ask(prompt);
    const request = ask(prompt, { ...sampling, maxTokens: 8 });
    const answer = await page.evaluate((one) => window.harness.answer(one), request);
    if (!answer.answered) throw new Error(`${engine}: ${answer.message}`);
    answers.push(answer);
  }
  await page.evaluate(() => window.harness.unload());
  return answers;
}

test('greedy answers of both engines agree, or part where two tokens are nearly as likely', async ({
  browser,
}) => {
  const page = await openHarness(browser);
  const onCpu = await answersOf(page, 'llama-cpp');
  const onWebgpu = await answersOf(page, 'webllm');
  await page.context().close();

  let largest = 0;
  for (const [place, prompt] of PROMPTS.entries()) {
    const [one, two] = [onCpu[place], onWebgpu[place]];
    if (one === undefined || two === undefined) throw new Error('an answer is missing');
    expect(two.usage.promptTokens, 'both read the same prompt').toBe(one.usage.promptTokens);
    const length = Math.max(one.tokens.length, two.tokens.length);
    let agreed = 0;
    while (agreed < length && one.tokens[agreed]?.text === two.tokens[agreed]?.text) agreed += 1;

    const pairs = one.tokens.slice(0, agreed).map((token, step) => {
      const other = two.tokens[step]?.logProbability ?? Number.NaN;
      return Math.abs((token.logProbability ?? Number.NaN) - other);
    });
    largest = Math.max(largest, ...pairs);
    console.log(
      `${prompt} ${String(agreed)} of ${String(length)} tokens agree (“${one.text}”), ` +
        `log-probabilities of the first ${one.tokens[0]?.logProbability?.toFixed(4) ?? ''} and ` +
        (two.tokens[0]?.logProbability?.toFixed(4) ?? ''),
    );
    if (agreed === length) continue;
    // Each engine took its own likeliest token. As the engines agree within the tolerance, each one's gap between the two
    // tokens is at most the difference of the two log-probabilities and the tolerance.
    const [left, right] = [one.tokens[agreed], two.tokens[agreed]];
    const gap = Math.abs((left?.logProbability ?? 0) - (right?.logProbability ?? 0));
    console.log(
      `  parts at “${left?.text ?? 'the end'}” ${String(left?.logProbability)} and ` +
        `“${right?.text ?? 'the end'}” ${String(right?.logProbability)}: gap ${gap.toFixed(3)}`,
    );
    expect(gap, `gap where “${prompt}” parts`).toBeLessThan(TOLERANCE);
  }
  console.log(`largest difference of a log-probability: ${largest.toFixed(4)}`);
  expect(largest).toBeLessThan(TOLERANCE);
});
