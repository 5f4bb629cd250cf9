import {
  armLabel,
  findNode,
  nodeName,
  pool,
  rewardOf,
  type ArmTree,
  type SamplingTree,
} from '../../../../core/index.ts';
import type { ScatterMark, ScatterPoint } from '../../../../viz/scorer-charts.ts';
import { type ScoredPair, type PairOfScorings, wholePairs } from './pair-of-scorings.ts';
import { DataTable, formatReward, Note } from '../../../../ui/index.ts';
import type { SelectedNode } from '../../selected-node.ts';
import type { ScorerNames } from './comparison-wording.ts';
import styles from './compare.module.css';

/** A response that a scorer or a control takes as its best. */
export interface Choice {
  readonly nodeId: string;
  /** "Refinement 2". */
  readonly name: string;
}

/** What two of them choose in one arm; null where one has nothing to choose from, or the arm isn't finished. */
export interface ArmChoices<Chosen extends Choice = Choice> {
  readonly armId: string;
  /** "PRS 4/4". */
  readonly armName: string;
  readonly first: Chosen | null;
  readonly second: Chosen | null;
}

export interface Winner extends Choice {
  readonly reward: number;
  /** Other responses of the pool with the same reward: the earliest of them won. */
  readonly levelWith: number;
}

/** The winner of each arm in two scorings of one run. */
export function armWinners(
  first: SamplingTree,
  second: SamplingTree,
): readonly ArmChoices<Winner>[] {
  return first.arms.map((arm) => {
    const other = second.arms.find((each) => each.arm.id === arm.arm.id);
    return {
      armId: arm.arm.id,
      armName: armLabel(arm.arm),
      first: winnerOf(arm),
      second: other === undefined ? null : winnerOf(other),
    };
  });
}

/** The winner by an arm's present rewards. */
export function winnerOf(arm: ArmTree): Winner | null {
  const node = findNode(arm, arm.winnerId);
  const reward = node === null ? null : rewardOf(node);
  if (node === null || reward === null) return null;
  const level = pool(arm).filter((other) => other.id !== node.id && rewardOf(other) === reward);
  return { nodeId: node.id, name: nodeName(node, arm), reward, levelWith: level.length };
}

/** Whether both choose the same response; null where one of them chooses none. */
export function isSameChoice({ first, second }: ArmChoices): boolean | null {
  return first === null || second === null ? null : first.nodeId === second.nodeId;
}

/** Which of the two has a response as its choice. */
export function markOf(
  { armId, nodeId }: ScoredPair,
  choices: readonly ArmChoices[],
): ScatterMark | null {
  const own = choices.find((each) => each.armId === armId);
  const [byFirst, bySecond] = [own?.first?.nodeId === nodeId, own?.second?.nodeId === nodeId];
  if (byFirst && bySecond) return 'both';
  if (byFirst) return 'first-winner';
  return bySecond ? 'second-winner' : null;
}

/** In words: "The winner differs in PRS 4/4; it is the same in Rand 8." */
export function winnersSentence(winners: readonly ArmChoices[]): string {
  const named = (wanted: boolean): string =>
    winners
      .filter((each) => isSameChoice(each) === wanted)
      .map(({ armName }) => armName)
      .join(', ');
  const [same, other] = [named(true), named(false)];
  if (same === '' && other === '') return 'No arm has a winner by both.';
  if (other === '') return `The winner is the same in ${same}.`;
  return `The winner differs in ${other}${same === '' ? '' : `; it is the same in ${same}`}.`;
}

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
