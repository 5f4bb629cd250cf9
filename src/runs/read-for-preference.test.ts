import { expect, it } from 'vitest';
import { fakePolicy, fakeRewardModel, plantOne, runToEnd } from '../core/testing/fake-run.ts';
import type { RewardModel } from '../core/index.ts';
import { readForPreference } from './read-for-preference.ts';

const longest = fakeRewardModel(({ response }) => response.length);
const shortestAtOnce: RewardModel = {
  ...longest,
  scoreAtOnce: ({ response, conditionedOn }) => {
    const value = -response.length;
    return { value, breakdown: [{ id: 'a', label: 'A', value, measured: '' }], conditionedOn };
  },
};

async function sampled() {
  const policy = fakePolicy((_, call) => 'word '.repeat(call).trim());
  return (await runToEnd(plantOne('prand', [3]), policy, longest)).tree;
}

const never = new AbortController().signal;

it('reads the run, and arms of it, by the new rewards', async () => {
  const tree = await sampled();
  expect(tree.arms[0]?.winnerId).toBe('draft-3');
  const {
    of,
    preference,
    scoring,
    tree: read,
    read: readArms,
  } = await readForPreference(tree, 'Be brief.', shortestAtOnce, never);
  expect(of).toBe(tree);
  expect(preference).toBe('Be brief.');
  expect(scoring.outcomes).toHaveLength(3);
  expect(read.arms[0]?.winnerId).toBe('draft-1');
  expect(readArms(tree.arms)).toEqual(read.arms);
});

it('pauses between slices, and ends where it is given up', async () => {
  const controller = new AbortController();
  let pauses = 0;
  let time = 0;
  const pausing = {
    // Every look at the clock is a slice later.
    now: () => (time += 1000),
    pause: () => {
      pauses += 1;
      if (pauses === 2) controller.abort(new Error('Typed on.'));
      return Promise.resolve();
    },
  };
  const reading = readForPreference(
    await sampled(),
    'Be brief.',
    shortestAtOnce,
    controller.signal,
    pausing,
  );
  await expect(reading).rejects.toThrow('Typed on.');
});

it('needs a scorer that can read at once', async () => {
  const reading = readForPreference(await sampled(), 'Be brief.', longest, never);
  await expect(reading).rejects.toThrow('Fake can’t score at once.');
});
