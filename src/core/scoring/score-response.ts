import type { RunPlan } from '../plan/run-plan.ts';
import { LARGEST_REWARD, type Conditioning, type Reward, type RewardRequest } from '../reward.ts';
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

/** Whether a scorer has said all that it was asked of a response: its reward, and the one the other way where that was asked for. */
export function isWhole(scoring: NodeScoring): boolean {
  return scoring.status === 'scored' && scoring.otherProblem === undefined;
}

/** The one of the two that this is not. */
export function otherConditioning(conditioning: Conditioning): Conditioning {
  return conditioning === 'prompt' ? 'prompt-and-preference' : 'prompt';
}

const ROUNDING = 1e-6;

const BOUNDS = 'it and its parts should be numbers within ±1,000,000,000.';

/** NaN is within no bounds. */
function isWithinBounds(value: number): boolean {
  return Math.abs(value) <= LARGEST_REWARD;
}

/** Holds a scorer to its contract: a number within bounds that its breakdown sums to. */
export function checked(reward: Reward): Reward {
  const { value, breakdown } = reward;
  if (!isWithinBounds(value)) {
    throw new Error(`The scorer returned ${String(value)}: ${BOUNDS}`);
  }
  const beyond = breakdown.find((part) => !isWithinBounds(part.value));
  if (beyond !== undefined) {
    throw new Error(
      `The scorer returned ${String(value)}, of which ${String(beyond.value)} for “${beyond.label}”: ${BOUNDS}`,
    );
  }
  const sum = breakdown.reduce((total, contribution) => total + contribution.value, 0);
  if (!(Math.abs(sum - value) <= ROUNDING)) {
    throw new Error(`The scorer returned ${String(value)}, but its parts sum to ${String(sum)}.`);
  }
  return reward;
}
