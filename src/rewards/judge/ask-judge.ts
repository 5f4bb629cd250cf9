import {
  tokensOfUsage,
  type Policy,
  type RewardRequest,
  type SampledToken,
  type SamplingSettings,
  type ScoringUsage,
} from '../../core/index.ts';
import { judgeMessages, type JudgeValues } from './judge-prompts.ts';

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

/** How the judge's probability falls on the choices, at the one place of its answer where they were read. */
export interface ChoiceReading {
  /** Of each choice, in the order asked for, renormalised: they sum to 1. A choice that wasn't seen has 0. */
  readonly shares: readonly number[];
  /** The probability that the choices seen hold together, before renormalising, within 0 and 1. */
  readonly mass: number;
}

/** Below this share of the probability the choices are noise: a 5 was once read from 0.00005. */
const LEAST_MASS = 0.01;

/**
 * Reads the choices at the first place of the answer whose likeliest tokens hold some mass of them. Places where the judge
 * wrote only white space or a mark come after all others: there a choice is what it did not write yet.
 *
 * @param choices such as digits or letters; white space around a token's text is ignored, so that " 4" and "4" add up
 * @throws Error with a sentence for people where no choice is seen, or hardly any probability falls on them
 */
export function readChoices(
  answer: readonly SampledToken[],
  choices: readonly string[],
): ChoiceReading {
  const places = answer
    .map((token) => ({
      leads: !/[\p{L}\p{N}]/u.test(token.text),
      masses: massesAt(token, choices),
    }))
    .filter(({ masses }) => total(masses) > 0);
  const weighty = places.filter(({ masses }) => total(masses) >= LEAST_MASS);
  const place = weighty.find(({ leads }) => !leads) ?? weighty[0];
  if (place === undefined) throw new Error(whyNone(answer, choices, places.length > 0));
  const mass = total(place.masses);
  return { shares: place.masses.map((share) => share / mass), mass: Math.min(1, mass) };
}

function massesAt(token: SampledToken, choices: readonly string[]): readonly number[] {
  const likeliest = likeliestAt(token);
  return choices.map((choice) =>
    total(
      likeliest
        .filter(({ text }) => text.trim() === choice)
        .map(({ logProbability }) => Math.exp(Math.min(0, logProbability))),
    ),
  );
}

/** The token written stands for itself where the engine reports no others. */
function likeliestAt({
  text,
  logProbability,
  topLogProbabilities = [],
}: SampledToken): NonNullable<SampledToken['topLogProbabilities']> {
  if (topLogProbabilities.length > 0) return topLogProbabilities;
  return logProbability === null ? [] : [{ text, logProbability }];
}

function whyNone(
  answer: readonly SampledToken[],
  choices: readonly string[],
  seen: boolean,
): string {
  const listed = `${choices.slice(0, -1).join(', ')} or ${choices.at(-1) ?? ''}`;
  if (answer.length > 0 && answer.every((token) => likeliestAt(token).length === 0)) {
    return 'The judge’s engine gave no probabilities, so nothing can be read off its answer. Choose a judge on another engine.';
  }
  const said = answer.map(({ text }) => text).join('');
  const answered = said.trim() === '' ? 'nothing' : `“${said.trim()}”`;
  if (seen) {
    return `The judge answered ${answered} and puts under 1 % of its probability on ${listed}, so no judgement can be read. Try again, change its text, or choose another judge.`;
  }
  return `The judge answered ${answered}, with none of ${listed} among its likeliest tokens. Try again, change its text, or choose another judge.`;
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** "41 %" for people; a share that rounds to nothing or to all but isn't says so. */
export function percent(share: number): string {
  if (share > 0 && share < 0.005) return 'under 1 %';
  if (share < 1 && share >= 0.995) return 'over 99 %';
  return `${String(Math.round(share * 100))} %`;
}
