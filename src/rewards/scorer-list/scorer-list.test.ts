import { describe, expect, it } from 'vitest';
import type { RewardModel } from '../../core/index.ts';
import { fakePolicy, fakeRewardModel } from '../../core/testing/fake-run.ts';
import { DEFAULT_JUDGE_PROMPTS } from '../judge/index.ts';
import {
  findScorer,
  POINTWISE_SCORERS,
  SCORERS,
  scorerOffer,
  settingsOf,
  type ScorerEngines,
} from './index.ts';

const settings = { weights: {}, judgePrompts: DEFAULT_JUDGE_PROMPTS, seed: 7 };
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
  it('names each by the id of what it makes, and each once', async () => {
    const ids = SCORERS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const offer of SCORERS) {
      const made = await offer.make(settings, engines);
      expect(made.description.id).toBe(offer.id === 'reward-model' ? 'reward-model-one' : offer.id);
      expect('compare' in made).toBe(offer.comparesPairs);
    }
  });

  it('asks for the policy only where a scorer reads with one', async () => {
    const refuse: ScorerEngines = {
      ...engines,
      policy: () => {
        throw new Error('asked for');
      },
    };
    const ofRun = { ...settings, vocabularyTokens: 100 };
    for (const offer of POINTWISE_SCORERS.filter(({ readsPolicy }) => !readsPolicy)) {
      await expect(offer.make(ofRun, refuse)).resolves.toBeDefined();
    }
    for (const offer of SCORERS.filter(({ readsPolicy }) => readsPolicy)) {
      await expect(offer.make(settings, refuse)).rejects.toThrow('asked for');
    }
  });

  it('makes the same scorer again from what a run kept of it', async () => {
    const changed = {
      weights: { 'sentence-completeness': 2.5 },
      judgePrompts: {
        pointwise: `${DEFAULT_JUDGE_PROMPTS.pointwise} Be strict.`,
        pairwise: `${DEFAULT_JUDGE_PROMPTS.pairwise} Be strict.`,
      },
      seed: 99,
    };
    for (const offer of SCORERS) {
      const { description } = await offer.make(changed, engines);
      const again = await scorerOffer(description.id).make(
        settingsOf(description, settings),
        engines,
      );
      expect(again.description).toEqual(description);
    }
  });

  it('mixes no rewards of two reward models, nor of two sets of weights', async () => {
    const wanted = settingsOf(loaded.description, settings);
    for (const other of [
      rewardModelOf('reward-model-two', 'a.gguf'),
      rewardModelOf('reward-model-one', 'b.gguf'),
    ]) {
      const make = scorerOffer(loaded.description.id).make(wanted, {
        ...engines,
        rewardModel: () => Promise.resolve(other),
      });
      await expect(make).rejects.toThrow('the backbone a.gguf and the head a.safetensors. Load');
    }
  });

  it('reads self-certainty by the vocabulary of the run, whichever model is loaded', async () => {
    const offer = scorerOffer('self-certainty');
    const { description } = await offer.make({ ...settings, vocabularyTokens: 30_000 }, engines);
    expect(description.settings).toEqual({ vocabularyTokens: 30_000 });
    const unsaid = offer.make({ ...settings, vocabularyTokens: null }, engines);
    await expect(unsaid).rejects.toThrow('how many tokens the model of this run chooses among');
  });

  it('says so where a scorer is not there any more, or the engine tells too little', async () => {
    expect(findScorer('gone')).toBeNull();
    expect(() => scorerOffer('gone')).toThrow('There is no scorer “gone”');
    const make = scorerOffer('self-certainty').make(settings, {
      ...engines,
      policy: () => Promise.resolve(policy),
    });
    await expect(make).rejects.toThrow('doesn’t say how many tokens Fake chooses among');
  });
});
