import { PolicyError } from '../../core/index.ts';
import { contextOverflow } from '../worker/context-overflow.ts';
import { wordsOf } from '../worker/words.ts';

/** What an error of llama.cpp or of its wrapper means for the policy. */
export function explainGenerationFailure(error: unknown): PolicyError {
  if (error instanceof PolicyError) return error;
  const words = wordsOf(error);
  const options = { cause: error };
  const sizes = /\((\d+) tokens\) exceeds the available context size \((\d+) tokens\)/.exec(words);
  if (sizes !== null) return contextOverflow(Number(sizes[1]), Number(sizes[2]), options);
  if (/\(ABORT\)|has crashed|unreachable|out of bounds|memory access/i.test(words)) {
    return new PolicyError('engine-lost', `llama.cpp stopped: ${words}`, options);
  }
  return new PolicyError('engine-failed', `llama.cpp could not answer: ${words}`, options);
}

/**
 * Whether llama.cpp failed to write a chunk as JSON, since one token of it is no whole character. Its wrapper then takes the
 * first four bytes of the call, the word "GLUE", for the length of the reply.
 */
export function isUnwritableToken(error: unknown): boolean {
  return wordsOf(error).includes(String(GLUE_AS_LENGTH));
}

const GLUE_AS_LENGTH = new DataView(new TextEncoder().encode('GLUE').buffer).getUint32(0, true);
