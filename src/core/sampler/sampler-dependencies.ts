import type { Clock } from '../clock.ts';
import type { Policy } from '../policy.ts';
import type { RewardModel } from '../reward.ts';

/** What the sampler needs from outside. */
export interface SamplerDependencies {
  /** π */
  readonly policy: Policy;
  /** R */
  readonly rewardModel: RewardModel;
  readonly clock: Clock;
}
