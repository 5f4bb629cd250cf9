import { messageOf, ModelLoadError, PolicyError } from '../../core/index.ts';

/** An engine's own words for what went wrong, with the error's name: a browser's say little without it. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${messageOf(error)}` : messageOf(error);
}

/** Why a load failed, as it can be said to a page: errors don't cross from a worker whole. */
export function asLoadFailure(error: unknown): Pick<ModelLoadError, 'kind' | 'message'> {
  if (error instanceof ModelLoadError) return { kind: error.kind, message: messageOf(error) };
  return { kind: 'load-failed', message: `The model could not be loaded: ${wordsOf(error)}` };
}

/** Why a call failed, likewise. */
export function asPolicyFailure(error: unknown): Pick<PolicyError, 'kind' | 'message'> {
  if (error instanceof PolicyError) return { kind: error.kind, message: messageOf(error) };
  return { kind: 'engine-failed', message: `The engine failed: ${wordsOf(error)}` };
}

/** The same sentence for every engine. `subject` says what is too long, with its verb. */
export function contextOverflow(
  tokens: number,
  contextTokens: number,
  options?: ErrorOptions & { readonly subject?: string },
): PolicyError {
  const subject = options?.subject ?? 'The prompt is';
  return new PolicyError(
    'context-overflow',
    `${subject} ${String(tokens)} tokens long; this model reads at most ${String(contextTokens)}, prompt and answer together.`,
    options,
  );
}
