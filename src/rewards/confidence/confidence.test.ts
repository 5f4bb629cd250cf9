import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RewardModel, RewardRequest, SampledToken } from '../../core/index.ts';
import { createMeanLogProbability } from './mean-log-probability.ts';
import { createSelfCertainty } from './self-certainty.ts';

const signal = new AbortController().signal;

function request(tokens: readonly SampledToken[]): RewardRequest {
  return {
    prompt: 'Why?',
    preference: 'Be brief.',
    conditionedOn: 'prompt-and-preference',
    response: 'Because.',
    sampled: { policyId: 'fake', messages: [], tokens },
  };
}

const told = (logProbability: number | null): SampledToken => ({ text: 'a', logProbability });

/** A token at a place where the `count` likeliest of the whole distribution are reported. */
function placeWith(distribution: readonly number[], count: number): SampledToken {
  const likeliest = distribution.toSorted((first, second) => second - first).slice(0, count);
  const topLogProbabilities = likeliest.map((share) => ({
    text: 'a',
    logProbability: Math.log(share),
  }));
  return {
    text: 'a',
    logProbability: topLogProbabilities[0]?.logProbability ?? null,
    topLogProbabilities,
  };
}

/** KL of the uniform distribution from the given one, term by term. */
function divergence(distribution: readonly number[]): number {
  const uniform = 1 / distribution.length;
  return distribution.reduce((sum, share) => sum + uniform * Math.log(uniform / share), 0);
}

async function valueOf(model: RewardModel, tokens: readonly SampledToken[]): Promise<number> {
  return (await model.score(request(tokens), signal)).value;
}

async function measuredOf(model: RewardModel, tokens: readonly SampledToken[]): Promise<string> {
  return (await model.score(request(tokens), signal)).breakdown[0]?.measured ?? '';
}

describe.each([
  ['mean log-probability', createMeanLogProbability()],
  ['self-certainty', createSelfCertainty({ vocabularyTokens: 100 })],
])('%s', (_, model) => {
  it('says that a text from elsewhere has no probabilities, and one of no tokens has none', async () => {
    const elsewhere = { ...request([]), sampled: null };
    await expect(model.score(elsewhere, signal)).rejects.toThrow('text from elsewhere');
    const { prompt, preference, conditionedOn, response } = elsewhere;
    const without = { prompt, preference, conditionedOn, response };
    await expect(model.score(without, signal)).rejects.toThrow('text from elsewhere');
    await expect(model.score(request([]), signal)).rejects.toThrow('no tokens');
  });

  it('says that the engine gave no probabilities, rather than give a zero', async () => {
    const silent = [told(null), told(null)];
    await expect(model.score(request(silent), signal)).rejects.toThrow('gave no probabilities');
  });

  it('rejects with the reason of a signal that is aborted already', async () => {
    const reason = new Error('stopped');
    const score = model.score(request([told(-1)]), AbortSignal.abort(reason));
    await expect(score).rejects.toBe(reason);
  });

  it('has one term that is the value, whatever the reward is conditioned on', async () => {
    const tokens = [placeWith([0.5, 0.2, 0.1], 3)];
    const reward = await model.score(request(tokens), signal);
    expect(reward.breakdown.map(({ value }) => value)).toEqual([reward.value]);
    const alone = await model.score({ ...request(tokens), conditionedOn: 'prompt' }, signal);
    expect(alone).toEqual({ ...reward, conditionedOn: 'prompt' });
  });
});

describe('createMeanLogProbability', () => {
  const model = createMeanLogProbability();

  it('is the mean over the tokens that have one, and counts those left out', async () => {
    const tokens = [told(-1), told(null), told(-2), told(Number.NEGATIVE_INFINITY)];
    expect(await valueOf(model, tokens)).toBe(-1.5);
    expect(await measuredOf(model, tokens)).toContain(
      '-1.50 nats a token, a probability of 22 %, over 2 tokens; 2 more had no probability',
    );
  });

  it('does not grow with the length of an evenly likely text', async () => {
    expect(await valueOf(model, [told(-0.5), told(-0.5)])).toBe(await valueOf(model, [told(-0.5)]));
  });
});

describe('createSelfCertainty', () => {
  it('is exact where the whole distribution is reported', async () => {
    const distribution = [0.7, 0.2, 0.06, 0.04];
    const model = createSelfCertainty({ vocabularyTokens: 4 });
    const value = await valueOf(model, [placeWith(distribution, 4)]);
    expect(value).toBeCloseTo(divergence(distribution), 12);
  });

  it('is 0 for a policy that is undecided', async () => {
    const even = Array.from({ length: 50 }, () => 1 / 50);
    const model = createSelfCertainty({ vocabularyTokens: 50 });
    expect(await valueOf(model, [placeWith(even, 20)])).toBeCloseTo(0, 12);
  });

  it('spreads the tail evenly: by hand, half on one of three tokens', async () => {
    const model = createSelfCertainty({ vocabularyTokens: 3 });
    const expected = -Math.log(3) - (Math.log(0.5) + 2 * Math.log(0.25)) / 3;
    expect(await valueOf(model, [placeWith([0.5, 0.4, 0.1], 1)])).toBeCloseTo(expected, 12);
  });

  it('never exceeds the divergence of the whole distribution, and nears it with more tokens', async () => {
    const anyWeights = fc.array(fc.double({ min: 1e-3, max: 1, noNaN: true }), {
      minLength: 30,
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(anyWeights, async (weights) => {
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        const distribution = weights.map((weight) => weight / total);
        const model = createSelfCertainty({ vocabularyTokens: distribution.length });
        const [five, twenty] = await Promise.all(
          [5, 20].map((count) => valueOf(model, [placeWith(distribution, count)])),
        );
        expect(five).toBeLessThanOrEqual((twenty ?? Number.NaN) + 1e-9);
        expect(twenty).toBeLessThanOrEqual(divergence(distribution) + 1e-9);
      }),
    );
  });

  it('stays finite and below the truth where rounding leaves the tail no mass', async () => {
    const model = createSelfCertainty({ vocabularyTokens: 49152 });
    const sure: SampledToken = {
      text: 'a',
      logProbability: 0,
      topLogProbabilities: [
        { text: 'a', logProbability: 0 },
        { text: 'b', logProbability: Number.NEGATIVE_INFINITY },
      ],
    };
    const value = await valueOf(model, [sure]);
    expect(value).toBeGreaterThan(11);
    expect(value).toBeLessThan(12);
    expect(await measuredOf(model, [sure])).toContain('at 1 place surer than can be read');
  });

  it('averages over places, leaves out those without the likeliest tokens, and says from how many', async () => {
    const model = createSelfCertainty({ vocabularyTokens: 10 });
    const sure = placeWith([0.9, 0.05], 2);
    const unsure = placeWith([0.3, 0.2, 0.1], 3);
    const mean = ((await valueOf(model, [sure])) + (await valueOf(model, [unsure]))) / 2;
    expect(await valueOf(model, [sure, told(-1), unsure])).toBeCloseTo(mean, 12);
    expect(await measuredOf(model, [sure, told(-1), unsure])).toMatch(
      /^At least \d\.\d\d nats a token, from the 2 to 3 likeliest of 10, over 2 tokens; 1 more had no probability$/,
    );
    expect(await valueOf(model, [sure])).toBeGreaterThan(await valueOf(model, [unsure]));
  });

  it('refuses a vocabulary that cannot be, at creation or against the report', async () => {
    expect(() => createSelfCertainty({ vocabularyTokens: 1 })).toThrow(RangeError);
    expect(() => createSelfCertainty({ vocabularyTokens: Number.NaN })).toThrow(RangeError);
    const model = createSelfCertainty({ vocabularyTokens: 2 });
    const score = model.score(request([placeWith([0.5, 0.3, 0.2], 3)]), signal);
    await expect(score).rejects.toThrow('vocabulary of 2');
    expect(model.description.settings).toEqual({ vocabularyTokens: 2 });
  });
});
