import { PolicyError } from '../../core/index.ts';

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
