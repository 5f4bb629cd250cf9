import { formatGain, formatReward } from '../../../../ui/index.ts';
import type { SelectedNode } from '../../selected-node.ts';
import type { ScoredPair } from './paired-scores.ts';
import { ScrolledTable } from './scrolled-table.tsx';
import styles from './compare.module.css';

export interface BothWaysTableProps {
  /** With z first, without z second. */
  readonly pairs: readonly ScoredPair[];
  readonly onSelect: (node: SelectedNode) => void;
}

/** Every response with its reward read with z and without; a dash where there is none. */
export function BothWaysTable({ pairs, onSelect }: BothWaysTableProps) {
  return (
    <ScrolledTable label="Rewards with z and without">
      <thead>
        <tr>
          <th scope="col">Arm</th>
          <th scope="col">Response</th>
          <th scope="col" className={styles.figure}>
            With z
          </th>
          <th scope="col" className={styles.figure}>
            Without z
          </th>
          <th scope="col" className={styles.figure}>
            Difference
          </th>
        </tr>
      </thead>
      <tbody>
        {pairs.map(({ id, armId, nodeId, armName, name, first, second }) => (
          <tr key={id}>
            <td>{armName}</td>
            <th scope="row">
              <button
                type="button"
                onClick={() => {
                  onSelect({ armId, nodeId });
                }}
              >
                {name}
              </button>
            </th>
            <td className={styles.figure}>{first === null ? '–' : formatReward(first)}</td>
            <td className={styles.figure}>{second === null ? '–' : formatReward(second)}</td>
            <td className={styles.figure}>
              {first === null || second === null ? '–' : formatGain(first - second)}
            </td>
          </tr>
        ))}
      </tbody>
    </ScrolledTable>
  );
}
