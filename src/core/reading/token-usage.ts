import type { TokenUsage } from '../policy.ts';
import type { ScoringUsage } from '../reward.ts';

/** Prompt tokens that were not in the engine's cache, and completion tokens. */
export function tokensOfUsage({
  promptTokens,
  cachedPromptTokens,
  completionTokens,
}: TokenUsage): number {
  return promptTokens - (cachedPromptTokens ?? 0) + completionTokens;
}

export function sumOfUsages(usages: readonly ScoringUsage[]): ScoringUsage {
  return usages.reduce(
    (sum, { calls, tokens }) => ({ calls: sum.calls + calls, tokens: sum.tokens + tokens }),
    { calls: 0, tokens: 0 },
  );
}
