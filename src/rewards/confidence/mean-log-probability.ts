import type { RewardModel } from '../../core/index.ts';
import type { PointwiseScorer } from '../scorer-module.ts';
import { meanOverTokens } from './mean-over-tokens.ts';

const ID = 'mean-log-probability';

/**
 * The mean natural log-probability of the response's tokens, in nats per token, at most 0: how likely the policy found its
 * own words, of whichever distribution its description's `logProbabilityOf` names. Asks the policy nothing.
 *
 * Its scores reject where the response came without log-probabilities.
 */
export function createMeanLogProbability(): RewardModel {
  return meanOverTokens(
    {
      id: ID,
      name: 'Confidence: mean log-probability',
      version: 1,
      summary:
        'How likely the policy found its own words: the mean log-probability of the tokens, read off the call that brought them. It is neither quality nor truth: it likes the usual phrase, repetition and short answers, and a refinement that copies its anchor. The same with and without the preference.',
      settings: {},
    },
    ({ logProbability }) =>
      logProbability !== null && Number.isFinite(logProbability) ? logProbability : null,
    (readings) => {
      const value = readings.reduce((sum, reading) => sum + reading, 0) / readings.length;
      const likelihood = (Math.exp(value) * 100).toPrecision(2);
      return {
        value,
        measured: `${value.toFixed(2)} nats a token, a probability of ${likelihood} %`,
      };
    },
  );
}

export const meanLogProbability: PointwiseScorer = {
  id: ID,
  name: 'Confidence: mean log-probability',
  about: 'How likely the policy found its own words. It likes the usual phrase.',
  cost: 'Costs nothing: read off the call that brought the response.',
  reads: 'tokens',
  comparesPairs: false,
  alsoCalled: ['confidence'],
  make: () => Promise.resolve(createMeanLogProbability()),
  makeAtOnce: createMeanLogProbability,
};
