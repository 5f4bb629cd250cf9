import { DataTable, formatGain, formatReward } from '../../../../ui/index.ts';
import type { SelectedNode } from '../../selected-node.ts';
import type { ScoredPair } from './paired-scores.ts';
import styles from './compare.module.css';

export interface BothWaysTableProps {
  /** With z first, without z second. */
  readonly pairs: readonly ScoredPair[];
  /** Whether the two may be subtracted. */
  readonly compares: boolean;
  readonly onSelect: (node: SelectedNode) => void;
}

/** Every response with its reward read with z and without; a dash where there is none. */
export function BothWaysTable({ pairs, compares, onSelect }: BothWaysTableProps) {
  return (
    <DataTable label="Rewards with z and without" limitsHeight>
      <thead>
        <tr>
          <th scope="col">Arm</th>
          <th scope="col" className={styles.words}>
            Response
          </th>
          <th scope="col">With z</th>
          <th scope="col">Without z</th>
          {compares && <th scope="col">Difference</th>}
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
            <td>{first === null ? '–' : formatReward(first)}</td>
            <td>{second === null ? '–' : formatReward(second)}</td>
            {compares && (
              <td>{first === null || second === null ? '–' : formatGain(first - second)}</td>
            )}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
