import type { PolicyDescription, RewardModel, SampledToken } from '../../core/index.ts';
import { meanOverTokens } from './mean-log-probability.ts';

export interface SelfCertaintySettings {
  /** Tokens that the policy can choose among: V below. Its description tells it where the engine does. */
  readonly vocabularyTokens: number;
}

/** The self-certainty at one token's place, in nats, as far as the tokens reported there show it. */
interface PlaceReading {
  readonly nats: number;
  /** How many of the likeliest tokens were reported. */
  readonly reported: number;
  /** Whether the mass outside them was too small to read. */
  readonly tailUnread: boolean;
}

/**
 * Self-certainty (Kang, Zhao and Song 2025, “Scalable best-of-N selection for large language models via self-certainty”,
 * arXiv 2502.18581): KL(U ‖ p) = −log V − (1/V) Σ log p, the divergence of the uniform distribution over the V tokens from
 * the policy's, in nats, averaged over the response's tokens. Asks the policy nothing.
 *
 * The sum needs all V log-probabilities, and engines report the K likeliest. The mass outside those is spread evenly over
 * the other V − K tokens. The result is a lower bound: the logarithm is concave, so of all ways to share out a given mass
 * the even one has the largest sum of logarithms, hence the smallest divergence. It is exact where K = V.
 *
 * The part missing, about half the variance of the tail's logits, hardly moves with the mass, so that two responses of one
 * policy compare; but the bound is nearly −log of the mass outside the K likeliest, and only responses read with the same
 * K compare.
 *
 * Its scores reject where the response came without the likeliest tokens.
 *
 * @throws RangeError where the vocabulary is not a whole number of at least 2
 */
export function createSelfCertainty({ vocabularyTokens }: SelfCertaintySettings): RewardModel {
  if (!Number.isSafeInteger(vocabularyTokens) || vocabularyTokens < 2) {
    throw new RangeError(
      `The vocabulary must be a whole number of tokens, at least 2, not ${String(vocabularyTokens)}.`,
    );
  }
  return meanOverTokens(
    {
      id: 'self-certainty',
      name: 'Confidence: self-certainty (estimate)',
      version: 1,
      summary:
        'How far the policy was from undecided at each token: the divergence of the uniform distribution from its own (Kang et al. 2025), estimated from below by the likeliest tokens of the call that brought the response. It is neither quality nor truth: it likes the usual phrase, repetition and short answers. The same with and without the preference.',
      settings: { vocabularyTokens },
    },
    (token) => readPlace(token, vocabularyTokens),
    (readings) => ({
      value: readings.reduce((sum, { nats }) => sum + nats, 0) / readings.length,
      measured: describe(readings, vocabularyTokens),
    }),
  );
}

/**
 * The least mass outside the reported tokens that is believed. Engines add up their softmax in single precision, which
 * loses small tails: on made-up logits a tail of 1e-4 was read within a factor of two, one of 4e-6 as 1e-8. Taking more
 * mass than there is lowers the estimate, so that it stays a lower bound.
 */
const LEAST_TAIL_MASS = 1e-5;

/** @throws Error where more tokens are reported than the vocabulary has */
function readPlace(token: SampledToken, vocabularyTokens: number): PlaceReading | null {
  const logProbabilities = (token.topLogProbabilities ?? [])
    .map(({ logProbability }) => logProbability)
    .filter((logProbability) => Number.isFinite(logProbability));
  const reported = logProbabilities.length;
  if (reported === 0) return null;
  if (reported > vocabularyTokens) {
    throw new Error(
      `The engine reported ${String(reported)} tokens at one place, more than the vocabulary of ${String(vocabularyTokens)} that self-certainty was set to. Set the policy’s own.`,
    );
  }
  const seen = logProbabilities.reduce((sum, logProbability) => sum + logProbability, 0);
  const mass = logProbabilities.reduce((sum, logProbability) => sum + Math.exp(logProbability), 0);
  const others = vocabularyTokens - reported;
  const tailMass = Math.max(1 - mass, LEAST_TAIL_MASS);
  const tail = others === 0 ? 0 : others * Math.log(tailMass / others);
  return {
    nats: -Math.log(vocabularyTokens) - (seen + tail) / vocabularyTokens,
    reported,
    tailUnread: others > 0 && 1 - mass < LEAST_TAIL_MASS,
  };
}

function describe(readings: readonly PlaceReading[], vocabularyTokens: number): string {
  const value = readings.reduce((sum, { nats }) => sum + nats, 0) / readings.length;
  const counts = readings.map(({ reported }) => reported);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  const likeliest = least === most ? String(least) : `${String(least)} to ${String(most)}`;
  const unread = readings.filter(({ tailUnread }) => tailUnread).length;
  const places = unread === 1 ? '1 place' : `${String(unread)} places`;
  const cut = unread === 0 ? '' : ` (at ${places} surer than can be read)`;
  return `At least ${value.toFixed(2)} nats a token, from the ${likeliest} likeliest of ${String(vocabularyTokens)}${cut}`;
}

/** @throws Error with a sentence where the policy doesn't say what it chooses among */
export function vocabularyOf({
  name,
  vocabularyTokens = null,
}: Pick<PolicyDescription, 'name' | 'vocabularyTokens'>): SelfCertaintySettings {
  if (vocabularyTokens === null) {
    throw new Error(
      `The engine doesn’t say how many tokens ${name} chooses among, which self-certainty needs: choose another scorer.`,
    );
  }
  return { vocabularyTokens };
}
