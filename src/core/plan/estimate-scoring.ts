import type { ChatMessage } from '../chat.ts';
import type { ScoringUsage } from '../reward.ts';
import { ARM_TRAITS, type Arm } from './arms.ts';
import { tokensIn } from './estimate.ts';
import { planNodes } from './plan-nodes.ts';
import { draftMessages } from './prompt-templates.ts';
import type { RunPlan } from './run-plan.ts';

/** One reading of a response that a scorer asks a language model for. */
export interface ScoringCall {
  /** What the response is read after. */
  readonly messages: readonly ChatMessage[];
  /** Tokens of the response at most; null for all of it. */
  readonly mostTokens: number | null;
  /** Whether nothing has to be read where the response was sampled to these messages. */
  readonly freeWhereSampled: boolean;
}

/**
 * What scoring an arm's responses will take, as far as it can be known before it runs: the calls at most, and the tokens
 * roughly, as in `estimateArm`. Feedback is not scored.
 */
export function estimateScoring(
  arm: Arm,
  plan: RunPlan,
  calls: readonly ScoringCall[],
): ScoringUsage {
  const { readsPreference } = ARM_TRAITS[arm.kind];
  const drafted = draftMessages(plan.prompt, readsPreference ? plan.preference : null);
  const isFree = ({ freeWhereSampled, messages }: ScoringCall): boolean =>
    freeWhereSampled && JSON.stringify(messages) === JSON.stringify(drafted);
  const asked = planNodes(arm, plan.seed).flatMap(({ kind }) => {
    if (kind === 'feedback') return [];
    return kind === 'draft' ? calls.filter((call) => !isFree(call)) : calls;
  });
  const most = plan.sampling.maxTokens;
  const tokens = asked.map(
    ({ messages, mostTokens }) =>
      Math.min(most, mostTokens ?? most) +
      messages.reduce((sum, { content }) => sum + tokensIn(content), 0),
  );
  return { calls: asked.length, tokens: tokens.reduce((sum, each) => sum + each, 0) };
}
