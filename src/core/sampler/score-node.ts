import type { RunPlan } from '../plan/run-plan.ts';
import type { Conditioning, Reward, RewardModel } from '../reward.ts';
import type { ArmEvent } from '../tree/events.ts';
import type { TreeNode } from '../tree/sampling-tree.ts';

/** Asks R for a finished response's reward. A scorer that fails leaves the node unscored and says why. */
export async function scoreNode(
  armId: string,
  node: TreeNode,
  plan: RunPlan,
  rewardModel: RewardModel,
  signal: AbortSignal,
): Promise<ArmEvent | null> {
  if (!needsReward(node)) return null;
  const response = node.progress.text;
  const { prompt, preference, conditionedOn } = plan;
  const score = async (conditioning: Conditioning): Promise<Reward> =>
    checked(
      await rewardModel.score(
        { prompt, preference, conditionedOn: conditioning, response },
        signal,
      ),
    );
  try {
    const reward = await score(conditionedOn);
    // No choice depends on the other reward, so neither may a failure of it.
    const otherReward = plan.scoreBothWays
      ? await score(otherThan(conditionedOn)).catch(() => null)
      : null;
    signal.throwIfAborted();
    return { type: 'reward-given', armId, nodeId: node.id, reward, otherReward };
  } catch (error) {
    signal.throwIfAborted();
    const message = error instanceof Error ? error.message : String(error);
    return { type: 'reward-failed', armId, nodeId: node.id, message };
  }
}

function needsReward(node: TreeNode): node is TreeNode & {
  readonly progress: Extract<TreeNode['progress'], { status: 'finished' }>;
} {
  return (
    node.kind !== 'feedback' &&
    node.scoring.status === 'unscored' &&
    node.progress.status === 'finished' &&
    !node.progress.remarks.includes('empty')
  );
}

function otherThan(conditioning: Conditioning): Conditioning {
  return conditioning === 'prompt' ? 'prompt-and-preference' : 'prompt';
}

const ROUNDING = 1e-6;

/** Holds a scorer to its contract: a finite number that its breakdown sums to. */
function checked(reward: Reward): Reward {
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
