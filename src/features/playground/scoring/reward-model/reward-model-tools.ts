import type { RewardModel } from '../../../../core/index.ts';
import type {
  RewardModelChoice,
  SelfTestProgress,
  SelfTestResult,
} from '../../../../rewards/index.ts';
import type { RewardModelSession, RewardModelState } from '../../../../runs/index.ts';

/** What a reward model in the page needs of the world outside it. */
export interface RewardModelTools {
  readonly session: RewardModelSession<RewardModelChoice>;
  readonly selfTest: RunSelfTest;
}

/** What the page's reward model is doing. */
export type LoadState = RewardModelState<RewardModelChoice>;

/**
 * Tries the computation on the embedded model, and the reward model in use as well where there is one.
 *
 * @throws Error with a sentence where the embedded model can't be loaded.
 * @throws the signal's reason when it is aborted.
 */
export type RunSelfTest = (
  rewardModel: RewardModel | null,
  onProgress: (progress: SelfTestProgress) => void,
  signal: AbortSignal,
) => Promise<SelfTestResult>;
