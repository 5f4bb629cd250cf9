import { late } from '../../core/index.ts';
import type { PointwiseScorer } from '../scorer-contract.ts';

const code = late('What reads confidence', () => import('./make-confidence.ts'));

export const meanLogProbability: PointwiseScorer = {
  id: 'mean-log-probability',
  name: 'Confidence: mean log-probability',
  about: 'How likely the policy found its own words. It likes the usual phrase.',
  cost: 'Costs nothing: read off the call that brought the response.',
  reads: 'tokens',
  needs: 'log-probabilities',
  comparesPairs: false,
  alsoCalled: ['confidence'],
  code,
  make: async () => (await code.load()).createMeanLogProbability(),
  makeAtOnce: () => code.now()?.createMeanLogProbability() ?? null,
};

export const selfCertainty: PointwiseScorer = {
  id: 'self-certainty',
  name: 'Confidence: self-certainty',
  about: 'How far the policy was from undecided at each token. It likes the usual phrase.',
  cost: 'Costs nothing: read off the call that brought the response.',
  reads: 'tokens',
  needs: 'likeliest-tokens',
  comparesPairs: false,
  notMeasured: 'the likeliest tokens are told of a text that is sampled, not of one that is given',
  settingsKept: ({ settings: { vocabularyTokens } }) =>
    typeof vocabularyTokens === 'number' ? { vocabularyTokens } : {},
  code,
  make: async ({ vocabularyTokens }, { policy }) => {
    const { createSelfCertainty, vocabularyOf } = await code.load();
    return createSelfCertainty(
      vocabularyTokens === undefined
        ? vocabularyOf((await policy()).description)
        : vocabularyOf({ name: 'the model of this run', vocabularyTokens }),
    );
  },
  makeAtOnce: ({ vocabularyTokens }) =>
    typeof vocabularyTokens === 'number'
      ? (code.now()?.createSelfCertainty({ vocabularyTokens }) ?? null)
      : null,
};
