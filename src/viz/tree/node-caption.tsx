import { rewardOf, type TreeNode } from '../../core/index.ts';
import { formatReward } from '../../ui/index.ts';
import { NODE_RADIUS } from '../layout/tree-layout.ts';
import styles from './nodes.module.css';

export interface NodeCaptionProps {
  readonly node: TreeNode;
  readonly isAnchor: boolean;
  readonly isOtherAnchor: boolean;
  readonly isWinner: boolean;
}

/** Under a node: its reward, or the word for what happened instead, and what it became. */
export function NodeCaption({ node, isAnchor, isOtherAnchor, isWinner }: NodeCaptionProps) {
  const reward = rewardOf(node);
  const standing = [isWinner ? 'winner' : '', isAnchor ? 'anchor' : ''].filter(Boolean);
  // On a line of its own: beside “winner” it would run into the next node's words.
  const roles = [standing.join(' · '), isOtherAnchor ? 'would be anchor' : ''].filter(Boolean);
  return (
    <text className={styles.caption} y={NODE_RADIUS + 6}>
      <tspan className={reward === null ? styles.word : styles.reward} x={0} dy="0.85em">
        {reward === null ? stateWord(node) : formatReward(reward)}
      </tspan>
      {roles.map((role) => (
        <tspan key={role} className={styles.role} x={0} dy="1.15em">
          {role}
        </tspan>
      ))}
    </text>
  );
}

/** The word for a response without a reward; none while it is planned or on its way. */
function stateWord({ progress, scoring }: TreeNode): string {
  if (progress.status === 'failed' || progress.status === 'stopped') return progress.status;
  if (progress.status !== 'finished') return '';
  if (progress.remarks.includes('empty')) return 'empty';
  return scoring.status === 'failed' ? 'no reward' : '';
}
