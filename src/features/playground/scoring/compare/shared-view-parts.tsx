import type { SamplingTree } from '../../../../core/index.ts';
import { DataTable, formatReward, Note } from '../../../../ui/index.ts';
import type { ScatterPoint } from '../../../../viz/scorer-charts.ts';
import type { SelectedNode } from '../../selected-node.ts';
import { type ArmChoices, isSameChoice, markOf, type Winner } from './winners-by-scorer.ts';
import { type PairOfScorings, type ScoredPair, wholePairs } from './pair-of-scorings.ts';
import type { ScorerNames } from './comparison-wording.ts';
import styles from './compare.module.css';

/** What each view of two scorers is given. */
export interface ComparedViewProps extends PairOfScorings {
  readonly tree: SamplingTree;
  readonly onSelect: (node: SelectedNode) => void;
}

/** Opens the response that a chart names by its id. */
export function opener(
  pairs: readonly ScoredPair[],
  onSelect: (node: SelectedNode) => void,
): (id: string) => void {
  return (id) => {
    const pair = pairs.find((each) => each.id === id);
    if (pair !== undefined) onSelect({ armId: pair.armId, nodeId: pair.nodeId });
  };
}

/** The whole pairs as points of a chart: the first scorer across, the second up, the winners marked. */
export function pointsOf(
  pairs: readonly ScoredPair[],
  winners: readonly ArmChoices<Winner>[],
): readonly ScatterPoint[] {
  return wholePairs(pairs).map((pair) => ({
    id: pair.id,
    label: pair.name,
    x: pair.first,
    y: pair.second,
    mark: markOf(pair, winners),
    series: pair.armName,
  }));
}

export interface SentencesProps {
  /** The finding first, then what qualifies it. */
  readonly lines: readonly string[];
}

/** What a view found, in words. */
export function Sentences({ lines }: SentencesProps) {
  const [finding, ...notes] = lines;
  return (
    <>
      <p className={styles.finding}>{finding}</p>
      {notes.map((line) => (
        <Note key={line}>{line}</Note>
      ))}
    </>
  );
}

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
