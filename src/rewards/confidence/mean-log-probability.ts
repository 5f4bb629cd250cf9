import type {
  Reward,
  RewardModel,
  RewardModelDescription,
  RewardRequest,
  SampledToken,
} from '../../core/index.ts';
import { modelAtOnce } from '../score-at-once.ts';

/** What a scorer reads off one token; null where the engine gave too little for it. */
export type ReadToken<Reading> = (token: SampledToken) => Reading | null;

export interface TokenMean {
  readonly value: number;
  /** Without the count of the tokens, which is added. */
  readonly measured: string;
}

/**
 * A reward model without any call: the mean of a figure that the policy told with each token when it sampled the response.
 * Tokens without the figure are left out and counted.
 */
export function meanOverTokens<Reading>(
  description: RewardModelDescription,
  readToken: ReadToken<Reading>,
  mean: (readings: readonly Reading[]) => TokenMean,
): RewardModel {
  const { id, name: label } = description;
  const scoreAtOnce = (request: RewardRequest): Reward => {
    const tokens = sampledTokens(request);
    const readings = tokens.flatMap((token) => readToken(token) ?? []);
    if (readings.length === 0) throw new Error(NO_PROBABILITIES);
    const { value, measured } = mean(readings);
    const counted = `${measured}, over ${countTokens(readings.length, tokens.length)}`;
    const breakdown = [{ id, label, value, measured: counted }];
    return { value, breakdown, conditionedOn: request.conditionedOn };
  };
  return modelAtOnce(description, scoreAtOnce);
}

const NO_PROBABILITIES =
  'The engine that sampled this response gave no probabilities of the kind that this scorer reads. Choose another scorer, or sample again on an engine that gives them.';

/** @throws Error where the response wasn't sampled here, or has no tokens. */
function sampledTokens({ sampled }: RewardRequest): readonly SampledToken[] {
  if (sampled === null || sampled === undefined) {
    throw new Error(
      'This response came without its tokens’ probabilities, so confidence can’t be read. Choose another scorer for a text from elsewhere.',
    );
  }
  if (sampled.tokens.length === 0) {
    throw new Error('This response has no tokens, so there is no confidence to read.');
  }
  return sampled.tokens;
}

function countTokens(read: number, all: number): string {
  const tokens = read === 1 ? '1 token' : `${String(read)} tokens`;
  return read === all ? tokens : `${tokens}; ${String(all - read)} more had no probability`;
}

/**
 * The mean natural log-probability of the response's tokens, in nats per token, at most 0: how likely the policy found its
 * own words, of whichever distribution its description's `logProbabilityOf` names. Asks the policy nothing.
 *
 * Its scores reject where the response came without log-probabilities.
 */
export function createMeanLogProbability(): RewardModel {
  return meanOverTokens(
    {
      id: 'mean-log-probability',
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
