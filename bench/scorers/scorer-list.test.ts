import { describe, expect, it } from 'vitest';
import { fakePolicy } from '../../src/core/testing/fake-run.ts';
import { MEASURED_TABLE } from '../../src/rewards/badges/accuracy-badges.ts';
import { sumOfSettings } from './figure.ts';
import {
  chooseScorers,
  makeScorer,
  scorerNamed,
  SCORERS,
  type CommandScorer,
} from './scorer-list.ts';

const VOCABULARY = 49_152;

/** As the embedded model describes itself: some scorers keep that among their settings. */
const fake = fakePolicy(() => 'Yes.');
const embedded = {
  ...fake,
  description: {
    ...fake.description,
    id: 'embedded-llama-cpp',
    name: 'SmolLM2-135M-Instruct',
    engine: 'llama-cpp' as const,
  },
};

async function describeScorer(scorer: CommandScorer) {
  const policy = scorer.reads === 'policy' ? { policy: embedded } : {};
  const made = await makeScorer(scorer, { ...policy, vocabularyTokens: VOCABULARY });
  return made.description;
}

describe('the list of scorers', () => {
  it.each(SCORERS.map((scorer) => [scorer.id, scorer] as const))(
    'calls %s by the id of its description',
    async (name, scorer) => {
      expect((await describeScorer(scorer)).id).toBe(name);
    },
  );

  it('takes shorter names, and names what there is where there is none such', () => {
    expect(scorerNamed('confidence').id).toBe('mean-log-probability');
    expect(() => scorerNamed('constructor')).toThrow(/“constructor”; there are: rubric, pick-/);
    expect(chooseScorers(['longest', 'rubric']).map(({ id }) => id)).toEqual([
      'rubric',
      'pick-longest',
    ]);
  });
});

describe('a scorer that only the page has', () => {
  it.each([
    ['reward-model', 'engine that runs in a browser'],
    ['votes', 'cast by people'],
  ])('says why %s can’t be run by a command', (name, why) => {
    expect(() => scorerNamed(name)).toThrow(why);
  });
});

describe('the committed table', () => {
  it('was measured with the scorers as they are', async () => {
    const descriptions = await Promise.all(SCORERS.map(describeScorer));
    const asTheyAre = descriptions.map(({ id, version, settings }) => ({
      scorer: id,
      version,
      settings: sumOfSettings(settings),
    }));
    for (const { scorer, version, settings } of MEASURED_TABLE.figures) {
      expect(asTheyAre).toContainEqual({ scorer, version, settings });
    }
  });
});
