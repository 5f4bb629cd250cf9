import { expect, it } from 'vitest';
import { PolicyError, type RewardRequest } from '../core/index.ts';
import { fakeRewardModel } from '../core/testing/fake-run.ts';
import { countedScorer } from './scorer-failures.ts';

/** Asks about responses of prompts, each of which fails where it is named so. @returns how often the scorer was given up */
async function givenUp(prompts: readonly string[], inFlight = 1, failure = new Error('Gone.')) {
  const said: string[] = [];
  const model = fakeRewardModel(({ prompt }) => {
    if (prompt.startsWith('fails')) throw failure;
    if (prompt.startsWith('too much')) return 1e308;
    return 1;
  });
  const counted = countedScorer(model, inFlight, (sentence) => said.push(sentence));
  for (const prompt of prompts) {
    const request: RewardRequest = {
      ...{ prompt, preference: '', conditionedOn: 'prompt', response: 'So.' },
    };
    await counted.score(request, new AbortController().signal).catch(() => null);
  }
  return said;
}

const failing = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, place) => `fails ${String(place % 2)}`);

it('gives a scorer up at the ninth failure in a row, or at one more than calls are under way', async () => {
  expect(await givenUp(failing(8))).toEqual([]);
  expect(await givenUp(failing(9))).toEqual([
    'The scorer failed more than 8 times one after another: Gone.',
  ]);
  expect(await givenUp(failing(9), 20)).toEqual([]);
  expect(await givenUp([...failing(8), 'fine', ...failing(8)])).toEqual([]);
});

it('blames one prompt alone on no scorer that has scored, and no response for its length', async () => {
  const onOne = Array.from({ length: 20 }, () => 'fails');
  expect(await givenUp(['fine', ...onOne])).toEqual([]);
  expect(await givenUp(onOne)).not.toEqual([]);
  const tooLong = new PolicyError('context-overflow', 'It is too long.');
  expect(await givenUp(failing(20), 1, tooLong)).toEqual([]);
});

it('takes a reward beyond the bound for a failure', async () => {
  const beyond = failing(9).map((prompt) => prompt.replace('fails', 'too much'));
  expect(await givenUp(beyond.slice(1))).toEqual([]);
  expect(await givenUp(beyond)).toEqual([
    expect.stringMatching(
      /failed more than 8 times one after another: The scorer returned 1e\+308/,
    ),
  ]);
});
