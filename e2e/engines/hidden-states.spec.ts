import { expect, type Page } from '@playwright/test';
import type { ReadOutcome } from './harness/hidden-states-harness.ts';
import { testsSharing } from './open-harness.ts';
import reference from '../../src/rewards/reward-model/self-test/reference.json' with { type: 'json' };

const test = testsSharing(async (page) => {
  const description = await page.evaluate(() => window.hiddenStates.load({ kind: 'embedded' }));
  console.log(`backbone: ${description.device}, ${String(description.contextTokens)} tokens`);
  expect(description).toMatchObject({ width: 576, contextTokens: 4096, addsEndToken: false });
});

const CHAT = '<|im_start|>user\nWhat is 17 + 25?<|im_end|>\n<|im_start|>assistant\n42<|im_end|>\n';
const OTHER = CHAT.replace('42', 'The sum of 17 and 25 is 42, which is also a famous answer.');

function read(page: Page, text: string): Promise<ReadOutcome> {
  return page.evaluate((one) => window.hiddenStates.read(one), text);
}

function stateOf(outcome: ReadOutcome | undefined): readonly number[] {
  if (outcome?.read !== true) throw new Error(outcome?.message ?? 'nothing was read');
  return outcome.state;
}

test('a hidden state is the same whatever was read before, and in any order', async ({ model }) => {
  const first = stateOf(await read(model, CHAT));
  const other = stateOf(await read(model, OTHER));
  const again = stateOf(await read(model, CHAT));
  const twice = stateOf(await read(model, CHAT));
  const otherAgain = stateOf(await read(model, OTHER));
  expect(again).toEqual(first);
  expect(twice).toEqual(first);
  expect(otherAgain).toEqual(other);
  expect(other).not.toEqual(first);
  // Not divided by its length: PyTorch's is 47.2 long.
  expect(Math.hypot(...first)).toBeGreaterThan(40);
});

test('a head read out of a file gives the reference’s reward', async ({ model }) => {
  const reward = await model.evaluate(() =>
    window.hiddenStates.scoreWithHeadFromFile('What is 17 + 25?', '42'),
  );
  const { expected } = reference.rewards.find(({ id }) => id === 'sum') ?? { expected: NaN };
  expect(Math.abs(reward - expected)).toBeLessThanOrEqual(reference.tolerance);
});

test('a text that is taken back frees the engine for the next', async ({ model }) => {
  const expected = stateOf(await read(model, CHAT));
  const long = OTHER.repeat(20);
  const [first, second] = await model.evaluate(
    ([one, two]) => window.hiddenStates.readAndAbort(one, two, 1500),
    [long, CHAT] as const,
  );
  expect(first).toMatchObject({ read: false, message: 'taken back' });
  expect(stateOf(second)).toEqual(expected);
});

test('a text that is too long is a context overflow', async ({ model }) => {
  const outcome = await read(model, 'word '.repeat(5000));
  expect(outcome).toMatchObject({ read: false, kind: 'context-overflow' });
  expect(stateOf(await read(model, CHAT))).toHaveLength(576);
});

test('a dead worker is called lost, and the next text starts it again', async ({ model }) => {
  const before = stateOf(await read(model, CHAT));
  const worker = model.workers().find((one) => one.url().includes('hidden-states.worker'));
  await model.evaluate((text) => {
    window.hiddenStates.begin(text);
  }, OTHER.repeat(20));
  // Closed from inside, as a crash would: no event, no message; the reply to this never comes.
  void worker
    ?.evaluate(() => {
      self.close();
    })
    .catch(() => undefined);
  const ending = await model.evaluate(() => window.hiddenStates.ending());
  expect(ending).toMatchObject({ read: false, kind: 'engine-lost' });
  expect(stateOf(await read(model, CHAT))).toEqual(before);
});
