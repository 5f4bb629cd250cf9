import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PolicyError, type RewardRequest } from '../../core/index.ts';
import { DEFAULT_JUDGE_PROMPTS } from './judge-prompts.ts';
import { createPointwiseJudge } from './pointwise-judge.ts';
import { fakeJudge, place } from './testing/fake-judge.ts';

const signal = new AbortController().signal;
const rubricText = DEFAULT_JUDGE_PROMPTS.pointwise;
const request: RewardRequest = {
  prompt: 'Why is the sky blue?',
  preference: 'Be brief.',
  conditionedOn: 'prompt-and-preference',
  response: 'Air scatters blue light.',
};
const threeOrFour = place('4', [
  [' 4', 0.4],
  ['4', 0.2],
  ['3', 0.2],
  ['I', 0.1],
]);

describe('createPointwiseJudge', () => {
  it('rates by the mean of the digits, a term for each, and shows the missing mass', async () => {
    const policy = fakeJudge(() => [threeOrFour]);
    const reward = await createPointwiseJudge({ policy, rubricText }).score(request, signal);
    expect(reward.value).toBeCloseTo(3.75, 9);
    expect(reward.breakdown.map(({ id, value }) => [id, Number(value.toFixed(9))])).toEqual([
      ['rating-1', 0],
      ['rating-2', 0],
      ['rating-3', 0.75],
      ['rating-4', 3],
      ['rating-5', 0],
    ]);
    expect(reward.breakdown[3]?.measured).toBe(
      '75 % of what the digits hold; digits hold 80 % of the probability',
    );
    expect(reward.conditionedOn).toBe('prompt-and-preference');
  });

  it('asks once, greedily, with a fixed seed, for few tokens and the 20 likeliest', async () => {
    const policy = fakeJudge(() => [threeOrFour]);
    const judge = createPointwiseJudge({ policy, rubricText });
    const first = await judge.score(request, signal);
    expect(await judge.score(request, signal)).toEqual(first);
    const [asked, again] = policy.asked;
    expect(policy.asked).toHaveLength(2);
    expect(again).toEqual(asked);
    expect(asked?.topLogProbabilities).toBe(20);
    expect(asked?.sampling).toMatchObject({ temperature: 0, presencePenalty: 0 });
    expect(asked?.sampling.maxTokens).toBeLessThan(10);
  });

  it('tells the judge the preference only where the reward reads it', async () => {
    const policy = fakeJudge(() => [threeOrFour]);
    const judge = createPointwiseJudge({ policy, rubricText });
    await judge.score(request, signal);
    await judge.score({ ...request, conditionedOn: 'prompt' }, signal);
    await judge.score({ ...request, preference: '  ' }, signal);
    const [joined, alone, blank] = policy.told();
    for (const text of [request.prompt, request.preference, request.response]) {
      expect(joined).toContain(text);
    }
    expect(alone).toContain(request.response);
    expect(alone).not.toContain('preference');
    expect(blank).toBe(alone);
  });

  it('leaves a response without a digit unscored', async () => {
    const policy = fakeJudge(() => [place('Good', [['Good', 1]])]);
    const score = createPointwiseJudge({ policy, rubricText }).score(request, signal);
    await expect(score).rejects.toThrow('answered “Good”');
  });

  it('passes on how the policy failed', async () => {
    const error = new PolicyError('context-overflow', 'Too long.');
    const policy = fakeJudge(() => error);
    const score = createPointwiseJudge({ policy, rubricText }).score(request, signal);
    await expect(score).rejects.toBe(error);
  });

  it('rejects with the reason of a signal aborted before or during the answer', async () => {
    const reason = new Error('stopped');
    const unasked = fakeJudge(() => [threeOrFour]);
    const before = createPointwiseJudge({ policy: unasked, rubricText });
    await expect(before.score(request, AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(unasked.asked).toHaveLength(0);

    const controller = new AbortController();
    const policy = fakeJudge(() => {
      controller.abort(reason);
      return [threeOrFour];
    });
    const during = createPointwiseJudge({ policy, rubricText });
    await expect(during.score(request, controller.signal)).rejects.toBe(reason);
  });

  it('keeps its text and its policy, and refuses a text without its placeholders', () => {
    const policy = fakeJudge(() => []);
    const { settings, summary, name } = createPointwiseJudge({ policy, rubricText }).description;
    expect(settings).toMatchObject({
      policyName: 'Fake Judge',
      policyId: 'fake-judge',
      rubricText,
    });
    expect(name).toContain('Fake Judge');
    expect(summary).toContain('not a usable judge');
    const lacking = { policy, rubricText: 'Rate {response} for {prompt}.' };
    expect(() => createPointwiseJudge(lacking)).toThrow('{preference}');
  });

  it('stays within 1 and 5 and sums to its breakdown for any probabilities of the digits', async () => {
    const anyLogProbability = fc.double({ min: -800, max: 0, noNaN: true });
    const anyDigit = fc.constantFrom('1', '2', '3', '4', '5', ' 5', 'x');
    const anyPlace = fc.array(fc.record({ text: anyDigit, logProbability: anyLogProbability }));
    await fc.assert(
      fc.asyncProperty(anyPlace, async (topLogProbabilities) => {
        const five = { text: '5', logProbability: -1 };
        const written = { ...five, topLogProbabilities: [...topLogProbabilities, five] };
        const policy = fakeJudge(() => [written]);
        const judge = createPointwiseJudge({ policy, rubricText });
        const { value, breakdown } = await judge.score(request, signal);
        const sum = breakdown.reduce((total, contribution) => total + contribution.value, 0);
        expect(Math.abs(sum - value)).toBeLessThan(1e-9);
        expect(value).toBeGreaterThanOrEqual(1 - 1e-9);
        expect(value).toBeLessThanOrEqual(5 + 1e-9);
      }),
    );
  });
});
