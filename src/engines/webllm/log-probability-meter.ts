import type { LogitProcessor } from '@mlc-ai/web-llm';

/** Measures the log-probability of each sampled token under the model's own distribution. */
export interface LogProbabilityMeter {
  /** To be registered with WebLLM; it changes no logit. */
  readonly processor: LogitProcessor;
  /** Log-probabilities of the tokens sampled since the last call, in their order. */
  readonly take: () => number[];
  /** Forgets what was measured, before a new answer. */
  readonly reset: () => void;
}

/**
 * WebLLM's own log-probabilities are taken after temperature and penalties, so that at temperature 0 they all read 0. The
 * logits pass a processor before either, so it can tell what the model itself thought of each token.
 */
export function createLogProbabilityMeter(): LogProbabilityMeter {
  let measured: number[] = [];
  let logits = new Float32Array();
  return {
    processor: {
      processLogits: (next) => {
        logits = Float32Array.from(next);
        return next;
      },
      processSampledToken: (token) => {
        measured.push(logProbability(logits, token));
      },
      resetState: () => {
        measured = [];
      },
    },
    take: () => measured.splice(0),
    reset: () => {
      measured = [];
    },
  };
}

/** log softmax(logits)[token], at most 0. */
export function logProbability(logits: Float32Array, token: number): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (const logit of logits) highest = Math.max(highest, logit);
  let sum = 0;
  for (const logit of logits) sum += Math.exp(logit - highest);
  return Math.min(0, (logits[token] ?? highest) - highest - Math.log(sum));
}
