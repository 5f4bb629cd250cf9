import {
  tokensOfUsage,
  type ChatMessage,
  type Policy,
  type RewardRequest,
  type SampledToken,
  type SamplingSettings,
  type ScoringUsage,
} from '../../core/index.ts';
import { fillJudgePrompt, type JudgeValues } from './judge-prompts.ts';

/** What a judge asks of a policy: any policy will do, the one that wrote the responses included. */
export type JudgePolicy = Pick<Policy, 'description' | 'generate'>;

/** What a judge is made of. */
export interface JudgeDependencies {
  readonly policy: JudgePolicy;
  /** The words sent to the judge, with placeholders: see `JudgePrompts`. */
  readonly rubricText: string;
}

/** Nothing is drawn: the judgement is read off the model's own distribution. */
const JUDGE_SAMPLING: SamplingSettings = {
  temperature: 0,
  topP: 1,
  topK: 0,
  presencePenalty: 0,
  // Room for white space, a mark and a few words before the digit or letter.
  maxTokens: 6,
};

/** No draw depends on it; fixed so that the call is the same call again. */
const JUDGE_SEED = 1;

/** As many as an engine gives at most. */
const JUDGE_TOP_TOKENS = 20;

/** What every judge's summary ends with. */
export const SMALL_JUDGE_WARNING =
  'It is as good as its policy: the small embedded model is not a usable judge (it was right on 46 of 100 LLMBar pairs, and in pairs gave the same letter whatever the order).';

/** What is kept of a judge, beside its name: enough to ask the same again. */
export function judgeSettings({
  policy,
  rubricText,
}: JudgeDependencies): Readonly<Record<string, number | string>> {
  const { id, name, engine } = policy.description;
  return {
    policyId: id,
    policyName: name,
    policyEngine: engine,
    rubricText,
    temperature: JUDGE_SAMPLING.temperature,
    maxTokens: JUDGE_SAMPLING.maxTokens,
    seed: JUDGE_SEED,
    topLogProbabilities: JUDGE_TOP_TOKENS,
  };
}

/** What a judge said. */
export interface JudgeAnswer {
  /** The first ones of the answer. */
  readonly tokens: readonly SampledToken[];
  readonly usage: ScoringUsage;
}

/** What the judge is asked about a response, in one message. */
export function judgeMessages(
  rubricText: string,
  { conditionedOn, preference }: Pick<RewardRequest, 'conditionedOn' | 'preference'>,
  values: JudgeValues,
): readonly ChatMessage[] {
  const read = conditionedOn === 'prompt' || preference.trim() === '' ? null : preference;
  return [{ role: 'user', content: fillJudgePrompt(rubricText, values, read) }];
}

/**
 * The first tokens of the judge's answer.
 *
 * @throws PolicyError where the engine fails
 * @throws the signal's reason when it is aborted
 */
export async function askJudge(
  { policy, rubricText }: JudgeDependencies,
  about: Pick<RewardRequest, 'conditionedOn' | 'preference'>,
  values: JudgeValues,
  signal: AbortSignal,
): Promise<JudgeAnswer> {
  signal.throwIfAborted();
  const request = {
    messages: judgeMessages(rubricText, about, values),
    sampling: JUDGE_SAMPLING,
    seed: JUDGE_SEED,
    topLogProbabilities: JUDGE_TOP_TOKENS,
  };
  const tokens: SampledToken[] = [];
  let usage: ScoringUsage = { calls: 1, tokens: 0 };
  for await (const chunk of policy.generate(request, signal)) {
    if (chunk.type === 'text-added') tokens.push(...chunk.tokens);
    else usage = { calls: 1, tokens: tokensOfUsage(chunk.usage) };
  }
  signal.throwIfAborted();
  return { tokens, usage };
}
