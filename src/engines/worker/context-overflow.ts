import { PolicyError } from '../../core/index.ts';

/** The same sentence for every engine. */
export function contextOverflow(
  promptTokens: number,
  contextTokens: number,
  options?: ErrorOptions,
): PolicyError {
  return new PolicyError(
    'context-overflow',
    `The prompt is ${String(promptTokens)} tokens long; this model reads at most ${String(contextTokens)}, prompt and answer together.`,
    options,
  );
}
