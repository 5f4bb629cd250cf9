import { messageOf } from '../error-message.ts';
import type { RunPlan } from '../plan/run-plan.ts';
import type { Conditioning, Reward, RewardModel, RewardRequest } from '../reward.ts';
import type { NodeScoring, TreeNode } from '../tree/sampling-tree.ts';

/** A response that has its text and can have a reward: not a feedback, not empty. */
export type ScorableNode = TreeNode & {
  readonly progress: Extract<TreeNode['progress'], { status: 'finished' }>;
};

/** Whether a node can have a reward. */
export function isScorable(node: TreeNode): node is ScorableNode {
  return (
    node.kind !== 'feedback' &&
    node.progress.status === 'finished' &&
    !node.progress.remarks.includes('empty')
  );
}

/** What a scorer is told of a response. */
export function rewardRequest(
  node: ScorableNode,
  { prompt, preference }: RunPlan,
  policyId: string,
  conditionedOn: Conditioning,
): RewardRequest {
  const { text: response, messages, tokens } = node.progress;
  const sampled = { policyId, messages, tokens };
  return { prompt, preference, conditionedOn, response, sampled };
}

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

/** Whether a scorer has said all that it was asked of a response: its reward, and the one the other way where that was asked for. */
export function isWhole(scoring: NodeScoring): boolean {
  return scoring.status === 'scored' && scoring.otherProblem === undefined;
}

/** The one of the two that this is not. */
export function otherConditioning(conditioning: Conditioning): Conditioning {
  return conditioning === 'prompt' ? 'prompt-and-preference' : 'prompt';
}

const ROUNDING = 1e-6;

/** Holds a scorer to its contract: a finite number that its breakdown sums to. */
export function checked(reward: Reward): Reward {
  const { value, breakdown } = reward;
  if (!Number.isFinite(value)) {
    throw new Error(`The scorer returned ${String(value)}, which is not a finite number.`);
  }
  const sum = breakdown.reduce((total, contribution) => total + contribution.value, 0);
  if (!(Math.abs(sum - value) <= ROUNDING)) {
    throw new Error(`The scorer returned ${String(value)}, but its parts sum to ${String(sum)}.`);
  }
  return reward;
}
