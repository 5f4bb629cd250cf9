import { describe, expect, it } from 'vitest';
import type { RewardModelDescription } from '../core/index.ts';
import { fakeRewardModel } from '../core/testing/fake-run.ts';
import { checkSameScorer } from './resume-run.ts';

const { description } = fakeRewardModel(() => 0);
const withSettings = (settings: RewardModelDescription['settings']): RewardModelDescription => ({
  ...description,
  name: 'Judge',
  settings,
});

describe('the same scorer', () => {
  const before = withSettings({ policyId: 'q', policyName: 'Qwen', rubricText: 'Rate it.' });

  it('has the same id, version and settings, in any order', () => {
    const now = withSettings({ rubricText: 'Rate it.', policyName: 'Qwen', policyId: 'q' });
    expect(() => {
      checkSameScorer(before, now);
    }).not.toThrow();
    expect(() => {
      checkSameScorer(before, { ...now, version: 2 });
    }).toThrow('Judge, version 1, which is not here any more: score it anew.');
  });

  it('does not read with another model', () => {
    const now = { ...before.settings, policyId: 's', policyName: 'Smol' };
    expect(() => {
      checkSameScorer(before, withSettings(now));
    }).toThrow(
      'This was scored by Judge with the model “Qwen”, and now it is “Smol”: choose that model, or score it anew.',
    );
    const part = 'preference-information.policy';
    expect(() => {
      checkSameScorer(withSettings({ [part]: 'q' }), withSettings({ [part]: 's' }));
    }).toThrow('with the model “q”, and now it is “s”');
  });

  it('has none of its settings changed, added or taken away', () => {
    expect(() => {
      checkSameScorer(before, withSettings({ ...before.settings, rubricText: 'x'.repeat(100) }));
    }).toThrow(`the setting “rubricText” at “Rate it.”, and now it is “${'x'.repeat(60)} …”`);
    expect(() => {
      checkSameScorer(before, withSettings({ ...before.settings, depth: 2 }));
    }).toThrow('the setting “depth” at none, and now it is 2: set it as it was, or score it anew.');
    expect(() => {
      checkSameScorer(withSettings({ ...before.settings, depth: 2 }), before);
    }).toThrow('the setting “depth” at 2, and now it is none');
  });
});
