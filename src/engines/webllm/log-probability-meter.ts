import type { LogitProcessor } from '@mlc-ai/web-llm';
import { measureToken, type MeasuredToken } from './measure-token.ts';

/** Measures sampled tokens under the model's own distribution, and forces tokens where it is told to. */
export interface LogProbabilityMeter {
  /** To be registered with WebLLM; it changes no logit but to force a token. */
  readonly processor: LogitProcessor;
  /** The tokens sampled since the last call, in their order. */
  readonly take: () => MeasuredToken[];
  /** Forgets what was measured, before a new answer. */
  readonly reset: (how?: Measuring) => void;
}

export interface Measuring {
  /** How many of the likeliest tokens are measured beside each; none where left out. */
  readonly likeliest?: number | undefined;
  /** The tokens that are to be sampled first, whatever the model makes of them. */
  readonly forced?: readonly number[];
}

/**
 * WebLLM's own log-probabilities are taken after temperature and penalties, so that at temperature 0 they all read 0. The
 * logits pass a processor before either, so it can tell what the model itself thought of each token.
 */
export function createLogProbabilityMeter(): LogProbabilityMeter {
  let measured: MeasuredToken[] = [];
  let logits = new Float32Array();
  let likeliest: number | undefined;
  let forced: number[] = [];
  const reset = (how: Measuring = {}): void => {
    measured = [];
    likeliest = how.likeliest;
    forced = [...(how.forced ?? [])];
  };
  return {
    processor: {
      processLogits: (next) => {
        logits = Float32Array.from(next);
        const token = forced.shift();
        return token === undefined ? next : only(token, next.length);
      },
      processSampledToken: (token) => {
        measured.push(measureToken(logits, token, likeliest));
      },
      // WebLLM calls this as a call begins, after the page has said what is to be forced.
      resetState: () => {
        measured = [];
      },
    },
    take: () => measured.splice(0),
    reset,
  };
}

/** Far enough apart that no penalty and no temperature in use lets another token through; small enough for 16 bits. */
const FORCED_LOGIT = 1000;

function only(token: number, tokens: number): Float32Array {
  const logits = new Float32Array(tokens).fill(-FORCED_LOGIT);
  logits[token] = FORCED_LOGIT;
  return logits;
}
