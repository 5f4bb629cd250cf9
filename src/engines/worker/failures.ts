import { ModelLoadError, PolicyError } from '../../core/index.ts';
import { wordsOf } from './words.ts';

/** Why a load failed, as it can be said to a page: errors don't cross from a worker whole. */
export function asLoadFailure(error: unknown): Pick<ModelLoadError, 'kind' | 'message'> {
  if (error instanceof ModelLoadError) return { kind: error.kind, message: error.message };
  return { kind: 'load-failed', message: `The model could not be loaded: ${wordsOf(error)}` };
}

/** Why a call failed, likewise. */
export function asPolicyFailure(error: unknown): Pick<PolicyError, 'kind' | 'message'> {
  if (error instanceof PolicyError) return { kind: error.kind, message: error.message };
  return { kind: 'engine-failed', message: `The engine failed: ${wordsOf(error)}` };
}
