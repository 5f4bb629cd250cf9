import { DataTable, formatReward } from '../../../../ui/index.ts';
import type { SelectedNode } from '../../selected-node.ts';
import { isSameChoice, type ArmChoices, type Winner } from './arm-winners.ts';
import type { ScorerNames } from './wording.ts';
import styles from './compare.module.css';

export interface WinnersTableProps {
  readonly winners: readonly ArmChoices<Winner>[];
  /** What stands over the two winners: two scorers, or one with z and without. */
  readonly names: ScorerNames;
  readonly onSelect: (node: SelectedNode) => void;
}

/** Each arm's winner twice over. */
export function WinnersTable({ winners, names, onSelect }: WinnersTableProps) {
  return (
    <DataTable label="Table of winners" limitsHeight>
      <caption>The winner of each arm</caption>
      <thead>
        <tr>
          <th scope="col">Arm</th>
          <th scope="col" className={styles.words}>
            Winner by {names.first}
          </th>
          <th scope="col" className={styles.words}>
            Winner by {names.second}
          </th>
          <th scope="col" className={styles.words}>
            Same?
          </th>
        </tr>
      </thead>
      <tbody>
        {winners.map((each) => (
          <tr key={each.armId}>
            <th scope="row">{each.armName}</th>
            <WinnerCell armId={each.armId} winner={each.first} onSelect={onSelect} />
            <WinnerCell armId={each.armId} winner={each.second} onSelect={onSelect} />
            <td className={styles.words}>{SAME.get(isSameChoice(each))}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

const SAME: ReadonlyMap<boolean | null, string> = new Map([
  [true, 'yes'],
  [false, 'no'],
  [null, '–'],
]);

interface WinnerCellProps {
  readonly armId: string;
  readonly winner: Winner | null;
  readonly onSelect: (node: SelectedNode) => void;
}

function WinnerCell({ armId, winner, onSelect }: WinnerCellProps) {
  if (winner === null) return <td className={styles.words}>none</td>;
  const { nodeId, name, reward, levelWith } = winner;
  return (
    <td className={styles.words}>
      <button
        type="button"
        onClick={() => {
          onSelect({ armId, nodeId });
        }}
      >
        {name}
      </button>{' '}
      {formatReward(reward)}{' '}
      {levelWith > 0 && (
        <small className={styles.aside}>
          level with {levelWith} {levelWith === 1 ? 'other' : 'others'}, the earliest wins
        </small>
      )}
    </td>
  );
}
