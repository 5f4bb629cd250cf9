import type { FinishReason, SamplingSettings } from '../../core/index.ts';
import type { Deferred } from '../worker/deferred.ts';
import type { TokenWeights } from './llama-library.ts';

/** An answer that is to be drawn. */
export interface AnswerJob {
  readonly prompt: readonly number[];
  readonly sampling: SamplingSettings;
  readonly seed: number;
  /** How many of the likeliest tokens are told beside each. */
  readonly likeliest: number;
  readonly signal: AbortSignal;
  readonly tell: AnswerListener;
}

export interface AnswerListener {
  readonly token: (token: number, weights: TokenWeights) => void;
  /** Told once, last. */
  readonly finished: (ending: AnswerEnding) => void;
  /** Told once, last, in place of `finished`. */
  readonly failed: (reason: unknown) => void;
}

export interface AnswerEnding {
  readonly finishReason: FinishReason;
  /** Tokens drawn, the one that ended the answer too. */
  readonly drawn: number;
  /** Of the prompt's tokens, those that had been read before. */
  readonly cached: number;
}

/** A text that is to be scored. */
export interface ScoringJob {
  readonly prompt: readonly number[];
  /** At least one token. */
  readonly text: readonly number[];
  readonly signal: AbortSignal;
  readonly done: Deferred<ScoredTokens>;
}

export interface ScoredTokens {
  /** Natural log-probability of each of the text's tokens. */
  readonly logProbabilities: readonly number[];
  /** Of the prompt's tokens, those that had been read before. */
  readonly cached: number;
}

/** Tokens of cache that a job takes at most. */
export function tokensOf(job: AnswerJob | ScoringJob): number {
  return job.prompt.length + ('text' in job ? job.text.length : job.sampling.maxTokens);
}
