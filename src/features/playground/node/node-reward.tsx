import {
  otherConditioning,
  type Reward,
  type RewardModelDescription,
  type TreeNode,
} from '../../../core/index.ts';
import { formatReward, Note, Problem } from '../../../ui/index.ts';
import { ContributionBars } from '../../../viz/index.ts';
import styles from './node.module.css';

export interface NodeRewardProps {
  readonly node: TreeNode;
  readonly rewardModel: RewardModelDescription;
}

/** How good the response is, and why that good. */
export function NodeReward({ node, rewardModel }: NodeRewardProps) {
  const { scoring } = node;
  if (scoring.status === 'unscored') return <Note>No reward yet.</Note>;
  if (scoring.status === 'failed') {
    return <Problem>Not scored: {scoring.message}</Problem>;
  }
  const { reward, otherReward, otherProblem } = scoring;
  return (
    <section aria-label="Reward">
      <h3>
        Reward <span className={styles.number}>{formatReward(reward.value)}</span>
      </h3>
      <Note>
        By {rewardModel.name} (version {rewardModel.version}), reading the response against{' '}
        {readAgainst(reward)}.
        {otherReward !== null &&
          ` Against ${readAgainst(otherReward)} it is ${formatReward(otherReward.value)}.`}
      </Note>
      {otherProblem !== undefined && (
        <Problem>
          Not scored against {otherReadAgainst(reward)}: {otherProblem}
        </Problem>
      )}
      <ContributionBars breakdown={reward.breakdown} />
    </section>
  );
}

function readAgainst({ conditionedOn }: Pick<Reward, 'conditionedOn'>): string {
  return conditionedOn === 'prompt' ? 'the prompt alone' : 'prompt and preference';
}

function otherReadAgainst({ conditionedOn }: Reward): string {
  return readAgainst({ conditionedOn: otherConditioning(conditionedOn) });
}
