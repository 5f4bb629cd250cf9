import { describe, expect, it } from 'vitest';
import { fakePolicy } from '../../core/testing/fake-run.ts';
import { DEFAULT_JUDGE_PROMPTS } from '../judge/index.ts';
import { POINTWISE_SCORERS, SCORERS, scorerOffer, settingsOf } from './index.ts';

const settings = { weights: {}, judgePrompts: DEFAULT_JUDGE_PROMPTS, seed: 7 };
const policy = fakePolicy(() => '4');
const withVocabulary = { ...policy, description: { ...policy.description, vocabularyTokens: 100 } };

describe('the list of scorers', () => {
  it('names each by the id of what it makes, and each once', async () => {
    const ids = SCORERS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const offer of SCORERS) {
      const made = await offer.make(settings, () => Promise.resolve(withVocabulary));
      expect(made.description.id).toBe(offer.id);
      expect('compare' in made).toBe(offer.comparesPairs);
    }
  });

  it('asks for the policy only where a scorer reads with one', async () => {
    const refuse = (): never => {
      throw new Error('asked for');
    };
    for (const offer of POINTWISE_SCORERS.filter(({ readsPolicy }) => !readsPolicy)) {
      await expect(offer.make(settings, refuse)).resolves.toBeDefined();
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
      const ask = () => Promise.resolve(withVocabulary);
      const { description } = await offer.make(changed, ask);
      const again = await offer.make(settingsOf(description, settings), ask);
      expect(again.description).toEqual(description);
    }
  });

  it('says so where a scorer is not there any more, or the engine tells too little', async () => {
    expect(() => scorerOffer('gone')).toThrow('There is no scorer “gone”');
    const make = scorerOffer('self-certainty').make(settings, () => Promise.resolve(policy));
    await expect(make).rejects.toThrow('doesn’t say how many tokens Fake chooses among');
  });
});
