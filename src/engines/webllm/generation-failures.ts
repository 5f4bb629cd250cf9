import { PolicyError } from '../../core/index.ts';
import { contextOverflow } from '../worker/failures.ts';
import { wordsOf } from '../worker/failures.ts';

/** What an error of WebLLM means for the policy. A lost device is told apart elsewhere: its errors have no name. */
export function explainGenerationFailure(error: unknown): PolicyError {
  if (error instanceof PolicyError) return error;
  const words = wordsOf(error);
  const options = { cause: error };
  const sizes = /prompt tokens: (\d+);? context window size: (\d+)/.exec(
    words.replace(/\s+/g, ' '),
  );
  if (sizes !== null) return contextOverflow(Number(sizes[1]), Number(sizes[2]), options);
  return new PolicyError('engine-failed', `WebLLM could not answer: ${words}`, options);
}
