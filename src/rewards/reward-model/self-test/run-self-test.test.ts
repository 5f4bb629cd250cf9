import { expect, test } from 'vitest';
import { type HiddenStates, joinMarks, type RewardModel } from '../../../core/index.ts';
import { MADE_UP_MODEL } from '../known-reward-models.ts';
import { makeUpHead } from '../head/score-head.ts';
import {
  fetchReference,
  runSelfTest,
  SELF_TEST_PAIR,
  type SelfTestProgress,
} from './run-self-test.ts';
import referenceFile from './reference.json';

const never = new AbortController().signal;

/** A state that the made-up head weighs to the given reward: a multiple of its own weights. */
function stateFor(reward: number): Float32Array {
  const { weights, bias } = makeUpHead(MADE_UP_MODEL.width);
  const square = weights.reduce((sum, weight) => sum + weight * weight, 0);
  return Float32Array.from(weights, (weight) => (weight * (reward - bias)) / square);
}

/** Gives the rewards of the reference, and others where they are said. */
async function fakeBackbone(
  wrong: Readonly<Record<string, number>> = {},
): Promise<HiddenStates & { unloaded: boolean }> {
  const { chats } = await fetchReference();
  const backbone = {
    unloaded: false,
    description: {
      id: 'fake',
      name: 'Fake',
      device: 'here',
      contextTokens: 4096,
      width: MADE_UP_MODEL.width,
      addsBeginToken: false,
      addsEndToken: false,
      chatTemplate: null,
    },
    lastHiddenState: (read: string) => {
      const text = joinMarks(read, () => false, String);
      const chat = chats.find(({ prompt, preference, response }) => {
        const question = preference === '' ? prompt : `${prompt}\n\n${preference}`;
        return (
          text === MADE_UP_MODEL.template.render({ user: question, assistant: response }, null)
        );
      });
      if (chat === undefined) return Promise.resolve(stateFor(text.length));
      const reward = wrong[chat.id] ?? chat.expected;
      if (Number.isNaN(reward)) return Promise.reject(new Error('The engine is tired.'));
      return Promise.resolve(stateFor(reward));
    },
    unload: () => {
      backbone.unloaded = true;
      return Promise.resolve();
    },
  };
  return backbone;
}

test('the made-up head follows its formula', () => {
  const { weights, bias } = makeUpHead(576);
  // Computed by hand from the seed: (1664525 · 20261123 + 1013904223) mod 2^32 is the first draw.
  const first = Number((1_664_525n * 20_261_123n + 1_013_904_223n) % 2n ** 32n);
  expect(weights[0]).toBe(0.2 * (first / 2 ** 32 - 0.5));
  expect(weights.every((weight) => Math.abs(weight) <= 0.1)).toBe(true);
  expect(new Set(weights).size).toBe(576);
  expect(bias).toBe(referenceFile.head.bias);
});

test('the reference holds 20 chats whose rewards lie far further apart than the page may be off', async () => {
  const { chats, meanTolerance } = await fetchReference();
  expect(chats).toHaveLength(20);
  const rewards = chats.map(({ expected }) => expected);
  const mean = rewards.reduce((sum, reward) => sum + reward, 0) / rewards.length;
  const spread = Math.sqrt(
    rewards.reduce((sum, reward) => sum + (reward - mean) ** 2, 0) / rewards.length,
  );
  expect(spread).toBeGreaterThan(5 * meanTolerance);
});

test('it passes where the rewards are the reference’s, tells how far it is, and unloads', async () => {
  const backbone = await fakeBackbone();
  const seen: SelfTestProgress[] = [];
  const result = await runSelfTest(
    { loadEmbedded: () => Promise.resolve(backbone), rewardModel: null },
    (progress) => seen.push(progress),
    never,
  );
  expect(result.passed).toBe(true);
  expect(result.chats).toHaveLength(20);
  expect(result.pairs).toHaveLength(1);
  expect(seen.at(-1)).toMatchObject({ type: 'chat-scored', scored: 20, of: 20 });
  expect(backbone.unloaded).toBe(true);
});

test('rewards that are all a little off fail it, though each alone would pass', async () => {
  const { chats, tolerance } = await fetchReference();
  const off = chats.map(({ id, expected }) => [id, expected + 0.9 * tolerance] as const);
  const backbone = await fakeBackbone(Object.fromEntries(off));
  const result = await runSelfTest(
    { loadEmbedded: () => Promise.resolve(backbone), rewardModel: null },
    () => undefined,
    never,
  );
  expect(result.chats.every(({ ok }) => ok)).toBe(true);
  expect(result.deviation).toBeCloseTo(0.9 * tolerance, 5);
  expect(result.passed).toBe(false);
});

test('a reward that is off, and one that could not be had, fail it and are named', async () => {
  const { tolerance } = await fetchReference();
  const off =
    (referenceFile.rewards.find(({ id }) => id === 'soup')?.expected ?? 0) + 2 * tolerance;
  const backbone = await fakeBackbone({ soup: off, sum: NaN });
  const result = await runSelfTest(
    { loadEmbedded: () => Promise.resolve(backbone), rewardModel: null },
    () => undefined,
    never,
  );
  expect(result.passed).toBe(false);
  expect(result.chats.filter(({ ok }) => !ok)).toMatchObject([
    { id: 'soup', problem: null },
    { id: 'sum', got: null, problem: 'The engine is tired.' },
  ]);
});

function fakeModel(score: (response: string) => number): RewardModel {
  return {
    description: { id: 'm', name: 'Mine', version: 1, summary: '', settings: {} },
    score: ({ response, conditionedOn }) =>
      Promise.resolve({ value: score(response), breakdown: [], conditionedOn }),
  };
}

test.each([
  ['tells the two apart', (response: string) => (response === SELF_TEST_PAIR.good ? 2 : -1), true],
  ['always reads 1.0', () => 1, false],
])('a loaded reward model that %s', async (_, score, ok) => {
  const backbone = await fakeBackbone();
  const result = await runSelfTest(
    { loadEmbedded: () => Promise.resolve(backbone), rewardModel: fakeModel(score) },
    () => undefined,
    never,
  );
  expect(result.pairs[1]).toMatchObject({ model: 'Mine', ok });
  expect(result.passed).toBe(ok);
});

test('an abort ends it with the signal’s reason, and the backbone is unloaded', async () => {
  const backbone = await fakeBackbone();
  const abort = new AbortController();
  const reason = new Error('not now');
  const testing = runSelfTest(
    { loadEmbedded: () => Promise.resolve(backbone), rewardModel: null },
    () => {
      abort.abort(reason);
    },
    abort.signal,
  );
  await expect(testing).rejects.toBe(reason);
  expect(backbone.unloaded).toBe(true);
});
