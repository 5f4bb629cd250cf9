import { PolicyError, messageOf } from '../../core/index.ts';
import { wordsOf } from '../worker/failures.ts';

/** What an error of llama.cpp means for the policy. */
export function explainEngineFailure(error: unknown): PolicyError {
  if (error instanceof PolicyError) return error;
  const options = { cause: error };
  if (isCrash(error)) {
    return new PolicyError('engine-lost', `llama.cpp stopped: ${wordsOf(error)}`, options);
  }
  const words = messageOf(error);
  return new PolicyError('engine-failed', `llama.cpp could not answer: ${words}`, options);
}

/** Whether WebAssembly itself stopped: then nothing can be asked of it any more. */
export function isCrash(error: unknown): boolean {
  return error instanceof WebAssembly.RuntimeError;
}
