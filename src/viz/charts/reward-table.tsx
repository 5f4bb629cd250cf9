import { type ArmTree, type NodeId, nodeName } from '../../core/index.ts';
import { Folded, formatReward } from '../../ui/index.ts';
import { rewardSeries } from '../layout/reward-scale.ts';
import styles from './reward-table.module.css';

export interface RewardTableProps {
  readonly arm: ArmTree;
  readonly onSelect: (id: NodeId) => void;
}

/** An arm's rewards in the order sampled, folded until they are wanted. */
export function RewardTable({ arm, onSelect }: RewardTableProps) {
  return (
    <Folded summary="Rewards as a table" className={styles.details}>
      <TableOfRewards {...{ arm, onSelect }} />
    </Folded>
  );
}

function TableOfRewards({ arm, onSelect }: RewardTableProps) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Response</th>
          <th scope="col">Reward</th>
          <th scope="col">Best so far</th>
        </tr>
      </thead>
      <tbody>
        {rewardSeries(arm).map(({ node, reward, bestSoFar }) => (
          <tr key={node.id}>
            <th scope="row">
              <button
                type="button"
                onClick={() => {
                  onSelect(node.id);
                }}
              >
                {nodeName(node, arm)}
              </button>
            </th>
            <td>{reward === null ? '–' : formatReward(reward)}</td>
            <td>{bestSoFar === null ? '–' : formatReward(bestSoFar)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
