import type { ChatMessage, SampledToken } from './policy.ts';

/** The reward model R: gives a scalar reward to a response. */
export interface RewardModel {
  readonly description: RewardModelDescription;
  /**
   * @throws any Error with a sentence for people: the node then stays unscored and says why.
   * @throws the signal's reason when it is aborted.
   */
  score(request: RewardRequest, signal: AbortSignal): Promise<Reward>;
  /** The same at once, where the scorer needs nothing but the texts: a page can re-score while a slider moves. */
  readonly scoreAtOnce?: (request: RewardRequest) => Reward;
}

/** What a run keeps, and the page says, about the scorer. */
export interface RewardModelDescription {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  /** What it measures and what it doesn't, in a sentence or two. */
  readonly summary: string;
  /** What the person set, such as the weight of each check: enough to score the same way again. */
  readonly settings: Readonly<Record<string, number | string | boolean>>;
}

/**
 * What R reads beside the response: the prompt x alone (the paper's choice for the common preference),
 * or x joined with the preference z (its choice for a specific one).
 */
export type Conditioning = 'prompt' | 'prompt-and-preference';

/** One response to be scored. */
export interface RewardRequest {
  readonly prompt: string;
  readonly preference: string;
  readonly conditionedOn: Conditioning;
  readonly response: string;
  /** What the policy told when it sampled the response; null or absent for a text that came from elsewhere. */
  readonly sampled?: SampledResponse | null;
}

/** The call that brought a response, for scorers that read the policy's own probabilities. */
export interface SampledResponse {
  /** Id of the policy that wrote it. */
  readonly policyId: string;
  readonly messages: readonly ChatMessage[];
  readonly tokens: readonly SampledToken[];
}

/** Scores two responses to one prompt and preference against each other. */
export interface PairwiseJudge {
  readonly description: RewardModelDescription;
  /**
   * @throws any Error with a sentence for people: the pair then counts as not compared.
   * @throws the signal's reason when it is aborted.
   */
  compare(first: RewardRequest, second: RewardRequest, signal: AbortSignal): Promise<Verdict>;
}

/** What a judge says of two responses. */
export interface Verdict {
  readonly outcome: 'first' | 'second' | 'tie';
  /** Whether both orders gave the same verdict; where they didn't, the outcome is a tie. */
  readonly consistent: boolean;
  /** What was measured, in a short sentence. */
  readonly measured: string;
}

/**
 * Further from zero no reward is taken, nor kept, nor read: means and squares of many stay finite, and what a breakdown sums to can
 * be told to a millionth.
 */
export const LARGEST_REWARD = 1e9;

/** What a scorer says of one response. Rewards have no unit, and compare within one prompt and scorer only. */
export interface Reward {
  /** The sum of the breakdown's contributions. */
  readonly value: number;
  readonly breakdown: readonly RewardContribution[];
  readonly conditionedOn: Conditioning;
  /** Where the reward comes from comparing pairs: how many this response was in. */
  readonly comparisons?: ComparisonCount;
  /** What was asked of a language model for it; absent where the scorer asks none, and in runs kept before it was counted. */
  readonly usage?: ScoringUsage;
}

/** What one or several rewards took of a language model. What the scorer knew from before isn't among it. */
export interface ScoringUsage {
  readonly calls: number;
  /** Read anew, beside what the engine had in its cache, or written. */
  readonly tokens: number;
}

/** Comparisons of one response with others. Equal texts share a reward, and their comparisons stand with the first of them. */
export interface ComparisonCount {
  readonly made: number;
  /** Of those, the ones whose verdict changed with the order in which the two were shown. */
  readonly inconsistent: number;
}

/** One part of a reward, with what was measured for it. */
export interface RewardContribution {
  /** Stable id of the check or term. */
  readonly id: string;
  /** Name for people. */
  readonly label: string;
  /** What this term adds to the reward, weight included. */
  readonly value: number;
  /** What was measured in this response, in a short sentence. */
  readonly measured: string;
}
