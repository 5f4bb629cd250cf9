import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CONTROL_NAMES, type Conditioning, type RewardModel } from '../core/index.ts';
import { fakePolicy, fakeRewardModel } from '../core/testing/fake-run.ts';
import { DEFAULT_JUDGE_PROMPTS, JUDGE_PROMPT_SETTINGS } from './judge/judge-prompts.ts';
import { pointwiseJudge } from './judge/judge-scorers.ts';
import {
  EDITION,
  editionSet,
  OPENING_EDITION,
  OPENING_TOKENS,
  type InformationEdition,
} from './preference-information/information-edition.ts';
import { RUBRIC_WEIGHTS } from './rubric/weights.ts';
import { SCORERS } from './scorer-registry.ts';
import {
  findScorer,
  POINTWISE_SCORERS,
  readSettingValues,
  scorerById,
  settingsOf,
} from './offer-and-make-scorers.ts';
import type { ScorerEngines, ScorerSettings } from './scorer-contract.ts';

const settings: ScorerSettings = { values: {}, seed: 7 };
const policy = fakePolicy(() => '4');
const withVocabulary = { ...policy, description: { ...policy.description, vocabularyTokens: 100 } };
const loaded = rewardModelOf('reward-model-one', 'a.gguf');
const engines: ScorerEngines = {
  policy: () => Promise.resolve(withVocabulary),
  rewardModel: () => Promise.resolve(loaded),
};

function rewardModelOf(id: string, backbone: string): RewardModel {
  const fake = fakeRewardModel(() => 0);
  const settings = { backbone, head: 'a.safetensors' };
  return { ...fake, description: { ...fake.description, id, settings } };
}

describe('the list of scorers', () => {
  it('says of those that were measured what they usually give, by what they read', () => {
    const conditionedOn = 'prompt-and-preference' as const;
    const usual = (id: string, preference: string) =>
      scorerById(id).usually?.({ prompt: 'Why?', preference, conditionedOn });
    expect(usual('rubric', 'Be brief.')).toEqual({ mean: 2.42, deviation: 0.86 });
    expect(usual('rubric', ' ')?.deviation).toBeLessThan(0.86);
    expect(usual('embedded-blend', 'Be brief.')?.mean).toBe(0);
    expect(usual('embedded-blend', 'Be brief.')?.deviation).toBeCloseTo(2.87, 2);
    expect(usual('embedded-blend', '')?.deviation).toBe(1);
  });

  it('names each by the id of what it makes, and each once', async () => {
    const ids = SCORERS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const offer of SCORERS) {
      const made = await offer.make(settings, engines);
      expect(made.description.id).toBe(offer.id === 'reward-model' ? 'reward-model-one' : offer.id);
      expect('compare' in made).toBe(offer.comparesPairs);
    }
  });

  it('is the one place beside a scorer’s folder that tells one from another', () => {
    // These words have a meaning of their own: a pick over a pool, and what a scorer reads.
    const alsoWords = [...Object.keys(CONTROL_NAMES), 'reward-model'];
    const sources = new URL('../', import.meta.url);
    const told = readdirSync(sources, { recursive: true, encoding: 'utf8' })
      .filter((path) => /^(?!rewards\/).*(?<!\.test)\.tsx?$/.test(path))
      .map((path) => readFileSync(new URL(path, sources), 'utf8'))
      .join('\n');
    const named = SCORERS.filter(({ id }) => told.includes(`'${id}'`)).map(({ id }) => id);
    expect(named.filter((id) => !alsoWords.includes(id))).toEqual([]);
  });

  it('asks for the policy only where a scorer reads with one', async () => {
    const refuse: ScorerEngines = {
      ...engines,
      policy: () => {
        throw new Error('asked for');
      },
    };
    const ofRun = { ...settings, vocabularyTokens: 100 };
    for (const offer of POINTWISE_SCORERS.filter(
      ({ reads }) => reads !== 'policy' && reads !== 'reward-model',
    )) {
      await expect(offer.make(ofRun, refuse)).resolves.toBeDefined();
    }
    for (const offer of SCORERS.filter(({ reads }) => reads === 'policy')) {
      await expect(offer.make(settings, refuse)).rejects.toThrow('asked for');
    }
  });

  it('makes the same scorer again from what a run kept of it', async () => {
    const changed = {
      values: {
        [RUBRIC_WEIGHTS.id]: { 'sentence-completeness': 2.5 },
        [JUDGE_PROMPT_SETTINGS.pointwise.id]: `${DEFAULT_JUDGE_PROMPTS.pointwise} Be strict.`,
        [JUDGE_PROMPT_SETTINGS.pairwise.id]: `${DEFAULT_JUDGE_PROMPTS.pairwise} Be strict.`,
        [EDITION.id]: { version: 2, tokens: 12 },
      },
      seed: 99,
    };
    for (const offer of SCORERS) {
      const { description } = await offer.make(changed, engines);
      const again = await scorerById(description.id).make(
        settingsOf(description, settings),
        engines,
      );
      expect(again.description).toEqual(description);
    }
  });

  it.each<InformationEdition>([
    { version: 1 },
    { version: 2, tokens: 'whole' },
    { version: 2, tokens: 32 },
  ])(
    'goes on with the edition of preference information that a run began with: %j',
    async (information) => {
      for (const id of ['preference-information', 'embedded-blend']) {
        const began = { ...settings, values: { [EDITION.id]: information } };
        const { description } = await scorerById(id).make(began, engines);
        const kept = settingsOf(description, settings);
        expect(editionSet(kept.values)).toEqual(information);
        expect((await scorerById(id).make(kept, engines)).description).toEqual(description);
      }
    },
  );

  it('makes version 1 of the blend as it was: the whole response, with the weights fitted for it', async () => {
    const parts = { ...settings, values: { [EDITION.id]: { version: 1 } } };
    const { description } = await scorerById('embedded-blend').make(parts, engines);
    expect(description.version).toBe(1);
    expect(description.name).toBe('Blend for the embedded model');
    expect(description.settings).toMatchObject({
      'rubric/prompt-and-preference.mean': 2.411,
      'rubric/prompt-and-preference.deviation': 0.851,
      'rubric/prompt-and-preference.weight': 2.57,
      'preference-information.version': 1,
      'preference-information/prompt-and-preference.mean': 0.07,
      'preference-information/prompt-and-preference.deviation': 0.174,
      'preference-information/prompt-and-preference.weight': 1.2,
    });
    expect(description.settings).not.toHaveProperty('preference-information.tokens');
  });

  it('says what each scorer that reads with the model will ask of it', () => {
    const against = { prompt: 'Why?', preference: 'Be brief.' };
    const askedBy = (
      id: string,
      conditionedOn: Conditioning,
      information: InformationEdition = OPENING_EDITION,
    ) =>
      POINTWISE_SCORERS.find((offer) => offer.id === id)
        ?.calls?.(
          { ...against, conditionedOn },
          { ...settings, values: { [EDITION.id]: information } },
        )
        .map(({ messages, mostTokens }) => [messages[0]?.content ?? '', mostTokens]);
    const both = 'prompt-and-preference';
    const asked = [
      ['Why?\n\nBe brief.', OPENING_TOKENS],
      ['Why?', OPENING_TOKENS],
    ];
    expect(askedBy('preference-information', both)).toEqual(asked);
    // Whether a response is about the prompt, where its words don't tell.
    const withoutPrompt = [
      ['', 32],
      ['Be brief.', 32],
    ];
    expect(askedBy('embedded-blend', both)).toEqual([...asked, ...withoutPrompt]);
    for (const id of ['preference-information', 'embedded-blend']) {
      expect(askedBy(id, both, { version: 1 })?.map(([, most]) => most)).toEqual([null, null]);
      expect(askedBy(id, 'prompt')).toEqual([]);
    }
    expect(askedBy('prompt-information', 'prompt')).toEqual([
      ['Why?', null],
      ['', null],
    ]);
    expect(askedBy(pointwiseJudge.id, both)).toHaveLength(1);
    expect(askedBy('rubric', both)).toBeUndefined();
  });

  it('mixes no rewards of two reward models, nor of two sets of weights', async () => {
    const wanted = settingsOf(loaded.description, settings);
    for (const other of [
      rewardModelOf('reward-model-two', 'a.gguf'),
      rewardModelOf('reward-model-one', 'b.gguf'),
    ]) {
      const make = scorerById(loaded.description.id).make(wanted, {
        ...engines,
        rewardModel: () => Promise.resolve(other),
      });
      await expect(make).rejects.toThrow('the backbone a.gguf and the head a.safetensors. Load');
    }
  });

  it('reads self-certainty by the vocabulary of the run, whichever model is loaded', async () => {
    const offer = scorerById('self-certainty');
    const { description } = await offer.make({ ...settings, vocabularyTokens: 30_000 }, engines);
    expect(description.settings).toEqual({ vocabularyTokens: 30_000 });
    const unsaid = offer.make({ ...settings, vocabularyTokens: null }, engines);
    await expect(unsaid).rejects.toThrow('how many tokens the model of this run chooses among');
  });

  it('says so where a scorer is not there any more, or the engine tells too little', async () => {
    expect(findScorer('gone')).toBeNull();
    expect(() => scorerById('gone')).toThrow('There is no scorer “gone”');
    const make = scorerById('self-certainty').make(settings, {
      ...engines,
      policy: () => Promise.resolve(policy),
    });
    await expect(make).rejects.toThrow('doesn’t say how many tokens Fake chooses among');
  });

  it('knows what a person set when an earlier version of the page kept it in the form itself', () => {
    const judgePrompts = { pointwise: 'Rate it.', pairwise: 'Compare.' };
    const former = { prompt: 'x', weights: { code: 2 }, judgePrompts, readsWhole: true };
    const values = {
      weights: { code: 2 },
      'judgePrompts.pointwise': 'Rate it.',
      'judgePrompts.pairwise': 'Compare.',
      readsWhole: true,
    };
    expect(readSettingValues(former)).toEqual(values);
    expect(readSettingValues(values)).toEqual(values);
    expect(readSettingValues({ weights: 'heavy', judgePrompts: null, readsWhole: 1 })).toEqual({});
    expect(readSettingValues(undefined)).toEqual({});
  });
});
