import { messageOf } from '../error-message.ts';
import type { Reward, RewardModel, RewardRequest } from '../reward.ts';
import { checked, otherConditioning } from './score-response.ts';

/** A response’s reward, and the one under the other conditioning. */
export interface ResponseRewards {
  readonly reward: Reward;
  /** Under the other conditioning; null where it isn't asked for or failed: no choice depends on it. */
  readonly otherReward: Reward | null;
  /** Why it failed, a sentence; absent where it didn't. */
  readonly otherProblem?: string;
}

/** @throws whatever the scorer throws, and an Error where it doesn't keep to its contract. */
export async function scoreResponse(
  request: RewardRequest,
  bothWays: boolean,
  rewardModel: RewardModel,
  signal: AbortSignal,
): Promise<ResponseRewards> {
  const reward = checked(await rewardModel.score(request, signal));
  if (bothWays) return scoreOtherWay(request, reward, rewardModel, signal);
  signal.throwIfAborted();
  return { reward, otherReward: null };
}

/**
 * Asks for the reward under the other conditioning, beside the one that is there.
 *
 * @throws the signal's reason when it is aborted; a scorer that fails leaves the reward as it is and says why.
 */
export async function scoreOtherWay(
  request: RewardRequest,
  reward: Reward,
  rewardModel: RewardModel,
  signal: AbortSignal,
): Promise<ResponseRewards> {
  const conditionedOn = otherConditioning(request.conditionedOn);
  try {
    const otherReward = checked(await rewardModel.score({ ...request, conditionedOn }, signal));
    signal.throwIfAborted();
    return { reward, otherReward };
  } catch (error) {
    signal.throwIfAborted();
    const otherProblem = messageOf(error);
    return { reward, otherReward: null, otherProblem };
  }
}
