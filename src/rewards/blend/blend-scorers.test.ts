import { describe, expect, it } from 'vitest';
import type {
  RewardModelDescription,
  RewardModel,
  RewardRequest,
  ScoredText,
  ScoreTextRequest,
} from '../../core/index.ts';
import { fakePolicy } from '../../core/testing/fake-run.ts';
import type { InformationEdition } from '../preference-information/information-edition.ts';
import { findScorer, settingsOf } from '../offer-and-make-scorers.ts';
import { createBlend } from './blend-scorers.ts';
import { embeddedBlend } from './embedded-blend.ts';
import { createEmbeddedBlend } from './make-embedded-blend.ts';

const signal = new AbortController().signal;
const request: RewardRequest = {
  prompt: 'Why?',
  preference: 'Be brief.',
  conditionedOn: 'prompt-and-preference',
  response: 'So.',
};

/** A scorer that always gives the same value, or fails with the same sentence. */
function fixed(id: string, outcome: number | string, atOnce = false): RewardModel {
  const description = { id, name: `The ${id}`, version: 3, summary: '', settings: { knob: 2 } };
  const scoreAtOnce = ({ conditionedOn }: RewardRequest) => {
    if (typeof outcome === 'string') throw new Error(outcome);
    return { value: outcome, breakdown: [], conditionedOn };
  };
  const score = (asked: RewardRequest) =>
    new Promise<ReturnType<typeof scoreAtOnce>>((resolve) => {
      resolve(scoreAtOnce(asked));
    });
  return atOnce ? { description, score, scoreAtOnce } : { description, score };
}

const part = (rewardModel: RewardModel) => ({ rewardModel, mean: 1, deviation: 2, weight: 3 });

describe('createBlend', () => {
  it('adds up the standardised rewards, one contribution for each scorer', async () => {
    const blend = createBlend([part(fixed('first', 5)), part(fixed('second', 0))]);
    const reward = await blend.score(request, signal);
    expect(reward.value).toBe(6 - 1.5);
    expect(reward.conditionedOn).toBe('prompt-and-preference');
    expect(reward.breakdown.map(({ id, value }) => [id, value])).toEqual([
      ['first', 6],
      ['second', -1.5],
    ]);
    expect(reward.breakdown[1]?.measured).toBe(
      'It gave 0.00, 0.50 deviations below the usual 1.00. 3.00 × −0.50 ≈ −1.50',
    );
  });

  it('adds up what its scorers asked of a model', async () => {
    const asking = (id: string, tokens: number): RewardModel => {
      const model = fixed(id, 5);
      const score = async (asked: RewardRequest) => ({
        ...(await model.score(asked, signal)),
        usage: { calls: 1, tokens },
      });
      return { ...model, score };
    };
    const parts = [part(asking('one', 3)), part(fixed('none', 5)), part(asking('other', 4))];
    expect((await createBlend(parts).score(request, signal)).usage).toEqual({
      calls: 2,
      tokens: 7,
    });
    const reward = await createBlend([part(fixed('none', 5))]).score(request, signal);
    expect(reward).not.toHaveProperty('usage');
  });

  it('scores at once only where each of its scorers does', () => {
    const quick = part(fixed('quick', 5, true));
    expect(createBlend([quick, part(fixed('slow', 5))]).scoreAtOnce).toBeUndefined();
    expect(createBlend([quick]).scoreAtOnce?.(request).value).toBe(6);
  });

  it('fails with the scorer that failed, named', async () => {
    const blend = createBlend([part(fixed('first', 5)), part(fixed('second', 'No digits.'))]);
    await expect(blend.score(request, signal)).rejects.toThrow(
      'The blend has no reward, because “The second” failed: No digits.',
    );
    const atOnce = createBlend([part(fixed('quick', 'No digits.', true))]);
    expect(() => atOnce.scoreAtOnce?.(request)).toThrow('“The quick” failed: No digits.');
  });

  it('rejects with the reason of a signal that is aborted meanwhile', async () => {
    const reason = new Error('stopped');
    const blend = createBlend([part(fixed('first', 'Interrupted.'))]);
    await expect(blend.score(request, AbortSignal.abort(reason))).rejects.toBe(reason);
  });

  it('leaves out a scorer of the preference where there is none or the prompt alone is read', async () => {
    const blend = createBlend([
      part(fixed('always', 5)),
      { ...part(fixed('with', 0)), conditionedOn: 'prompt-and-preference' },
    ]);
    expect((await blend.score(request, signal)).breakdown).toHaveLength(2);
    const ids = async (changed: Partial<RewardRequest>) =>
      (await blend.score({ ...request, ...changed }, signal)).breakdown.map(({ id }) => id);
    expect(await ids({ conditionedOn: 'prompt' })).toEqual(['always']);
    expect(await ids({ preference: ' ' })).toEqual(['always']);
  });

  it('says so where no scorer is left', async () => {
    const blend = createBlend([
      { ...part(fixed('with', 0)), conditionedOn: 'prompt-and-preference' },
    ]);
    await expect(blend.score({ ...request, conditionedOn: 'prompt' }, signal)).rejects.toThrow(
      'works without a preference',
    );
  });

  it('keeps what is needed to score the same way again', () => {
    expect(createBlend([part(fixed('first', 5))]).description.settings).toEqual({
      'first.knob': 2,
      'first.version': 3,
      'first.mean': 1,
      'first.deviation': 2,
      'first.weight': 3,
    });
  });

  it.each([
    ['no scorer', []],
    ['no deviation', [{ ...part(fixed('first', 5)), deviation: 0 }]],
    ['a weight that is no number', [{ ...part(fixed('first', 5)), weight: Number.NaN }]],
    [
      'a scorer twice',
      [part(fixed('first', 5)), { ...part(fixed('first', 5)), conditionedOn: 'prompt' as const }],
    ],
  ])('refuses %s', (_, parts) => {
    expect(() => createBlend(parts)).toThrow(RangeError);
  });
});

const none = new Error('There is none.');
/** A policy that finds every word as likely as another. */
const readingPolicy = {
  ...fakePolicy(() => ''),
  scoreText: ({ text }: ScoreTextRequest): Promise<ScoredText> =>
    Promise.resolve({
      tokens: (text.match(/\S+\s*/g) ?? []).map((word) => ({ text: word, logProbability: -1 })),
      usage: { promptTokens: 0, cachedPromptTokens: 0, completionTokens: 1 },
    }),
};

const RECIPE_SCORERS = ['rubric', 'preference-information'];

describe('createEmbeddedBlend', () => {
  it('is made of the scorers that its recipe names, each of them making it better', async () => {
    const blendOf = (value: number) =>
      createEmbeddedBlend(RECIPE_SCORERS.map((id) => fixed(id, value)));
    const [low, high] = await Promise.all(
      [0, 1].map((value) => blendOf(value).score(request, signal)),
    );
    expect(high?.breakdown.map(({ id }) => id)).toEqual(['rubric', 'preference-information']);
    for (const [place, { value }] of (high?.breakdown ?? []).entries()) {
      expect(value).toBeGreaterThan(low?.breakdown[place]?.value ?? Infinity);
    }
  });

  it('has one recipe for the opening and one for the whole, which version 1 had', () => {
    const parts = RECIPE_SCORERS.map((id) => fixed(id, 1));
    const spread = (edition?: InformationEdition) => {
      const { version, settings } = createEmbeddedBlend(parts, edition).description;
      return [version, settings['preference-information/prompt-and-preference.deviation']];
    };
    expect(spread()).toEqual([2, 0.334]);
    expect(spread({ version: 2, tokens: 'whole' })).toEqual([2, 0.174]);
    expect(spread({ version: 1 })).toEqual([1, 0.174]);
  });

  it('scores without a preference too', async () => {
    const blend = createEmbeddedBlend(RECIPE_SCORERS.map((id) => fixed(id, 1)));
    const reward = await blend.score({ ...request, conditionedOn: 'prompt' }, signal);
    expect(reward.breakdown.map(({ id }) => id)).not.toContain('preference-information');
  });

  it('is known to give rewards on two scales, with z and without', () => {
    const { description } = createEmbeddedBlend(RECIPE_SCORERS.map((id) => fixed(id, 1)));
    expect(findScorer(description.id)?.scalePerConditioning === true).toBe(true);
    expect(findScorer('rubric')?.scalePerConditioning === true).toBe(false);
  });

  it('has floors since version 3, and a run of before goes on with those that it began with', async () => {
    const make = (values: Record<string, unknown>) =>
      embeddedBlend.make(
        { values, seed: 1 },
        { policy: () => Promise.resolve(readingPolicy), rewardModel: () => Promise.reject(none) },
      );
    const now = (await make({})).description;
    expect([now.version, now.settings['answer-floors.version']]).toEqual([4, 2]);
    const said = await (await make({})).score({ ...request, response: 'I don’t know.' }, signal);
    expect(said.breakdown.map(({ id }) => id)).toContain('says-nothing');
    const goesOnWith = async (description: RewardModelDescription) => {
      const kept = settingsOf(description, { values: {}, seed: 1 });
      return (await make(kept.values)).description;
    };
    const parts = RECIPE_SCORERS.map((id) => fixed(id, 1));
    expect((await goesOnWith(createEmbeddedBlend(parts).description)).version).toBe(2);
    const third = await goesOnWith({ ...now, version: 3 });
    expect([third.version, third.settings['answer-floors.version']]).toEqual([3, 1]);
    expect((await goesOnWith(now)).version).toBe(4);
  });

  it('names a scorer that is missing', () => {
    expect(() => createEmbeddedBlend([fixed('rubric', 1)])).toThrow('“preference-information”');
  });
});
