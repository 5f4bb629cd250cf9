import type { Conditioning, RewardModelDescription } from '../reward.ts';
import type { PolicyDescription, SamplingSettings } from '../policy.ts';
import type { Arm } from './arms.ts';
import type { PromptTemplates } from './prompt-templates.ts';

/** Everything decided before a run; with the same policy and scorer it determines the run. */
export interface RunPlan {
  /** x */
  readonly prompt: string;
  /** z; may be empty */
  readonly preference: string;
  /** N: responses of each arm */
  readonly budget: number;
  readonly arms: readonly Arm[];
  readonly sampling: SamplingSettings;
  /** Most new tokens in one feedback; its other settings are `sampling`'s. */
  readonly feedbackMaxTokens: number;
  /** An integer in [0, 2^31): every draw's seed is derived from it. */
  readonly seed: number;
  /** What the reward model reads beside the response, for choosing anchors and winners. */
  readonly conditionedOn: Conditioning;
  /** Whether each response is also scored under the other conditioning, to be shown beside. */
  readonly scoreBothWays: boolean;
  readonly prompts: PromptTemplates;
}

/** What a run is known by and kept under, with what wrote and scored it. */
export interface RunHeader {
  /** A UUID. */
  readonly id: string;
  readonly name: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly plan: RunPlan;
  readonly policy: PolicyDescription;
  readonly rewardModel: RewardModelDescription;
}
