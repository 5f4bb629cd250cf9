import { useMemo } from 'react';
import {
  type Conditioning,
  mean,
  readByScoring,
  type Reward,
  type SamplingTree,
  type Scoring,
} from '../../../../core/index.ts';
import { findScorer } from '../../../../rewards/index.ts';
import {
  countOf,
  DataTable,
  formatGain,
  formatReward,
  Note,
  shownDifference,
} from '../../../../ui/index.ts';
import { ScatterChart } from '../../../../viz/scorer-charts.ts';
import type { SelectedNode } from '../../selected-node.ts';
import {
  type ArmChoices,
  armWinners,
  type Winner,
  winnersSentence,
  type ComparedViewProps,
  opener,
  pointsOf,
  Sentences,
  WinnersTable,
} from './winners-by-scorer.tsx';
import { spoken } from './comparison-wording.ts';
import { pairScores, type ScoredPair, wholePairs } from './pair-of-scorings.ts';
import styles from './compare.module.css';

/** On it the preference changes nothing. */
const SAME_BOTH_WAYS = { slope: 1, intercept: 0 };

/** The first scorer's rewards against x and z beside those against x alone. */
export function BothWaysView({ tree, first, onSelect }: Omit<ComparedViewProps, 'second'>) {
  const bothWays = useMemo(() => analyseBothWays(tree, first), [tree, first]);
  const { pairs, winners, compares } = bothWays;
  const whole = wholePairs(pairs);
  const axis = (way: string): string => `${first.name} ${way}`;
  return (
    <div className={styles.view}>
      <Sentences lines={bothWaysSentences(bothWays, first.name)} />
      {whole.length >= 2 && (
        <>
          <ScatterChart
            points={pointsOf(pairs, winners)}
            x={{ title: axis('with z'), format: formatReward }}
            y={{ title: axis('without z'), format: formatReward }}
            line={compares ? SAME_BOTH_WAYS : null}
            label={`${first.name} with z against without z, ${String(whole.length)} responses.${compares ? ' On the dashed line z changes nothing.' : ''}`}
            markNames={{
              'first-winner': 'winner with z',
              'second-winner': 'winner without z',
              both: 'winner both ways',
            }}
            onOpen={opener(pairs, onSelect)}
          />
          {compares && (
            <Note>On the dashed line z changes nothing; right of it z raises the reward.</Note>
          )}
          <WinnersTable
            winners={winners}
            names={{ first: axis('with z'), second: axis('without z') }}
            onSelect={onSelect}
          />
        </>
      )}
      <BothWaysTable {...{ pairs, compares }} onSelect={onSelect} />
    </div>
  );
}

export interface BothWaysTableProps {
  /** With z first, without z second. */
  readonly pairs: readonly ScoredPair[];
  /** Whether the two may be subtracted. */
  readonly compares: boolean;
  readonly onSelect: (node: SelectedNode) => void;
}

/** Every response with its reward read with z and without; a dash where there is none. */
function BothWaysTable({ pairs, compares, onSelect }: BothWaysTableProps) {
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
            {compares && <td>{differenceOf(first, second)}</td>}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

/** Of the figures beside it; a dash where one is missing. */
function differenceOf(first: number | null, second: number | null): string {
  return first === null || second === null ? '–' : formatGain(shownDifference(first, second));
}

/** One scorer's rewards with z (first) and without (second). */
interface BothWays {
  readonly pairs: readonly ScoredPair[];
  readonly winners: readonly ArmChoices<Winner>[];
  /** Whether a difference between the two means something; false where they stand on two scales. */
  readonly compares: boolean;
}

/** Reads what a scoring says against x and z beside what it says against x alone. */
export function analyseBothWays(tree: SamplingTree, scoring: Scoring): BothWays {
  const withPreference = oneWay(scoring, 'prompt-and-preference');
  const without = oneWay(scoring, 'prompt');
  return {
    pairs: pairScores(tree, withPreference, without),
    compares: findScorer(scoring.rewardModel.id)?.scalePerConditioning !== true,
    winners: armWinners(readByScoring(tree, withPreference), readByScoring(tree, without)),
  };
}

/** The part of a scoring that reads the responses in one of the two ways, whichever of them chose the winner. */
function oneWay(scoring: Scoring, conditionedOn: Conditioning): Scoring {
  const outcomes = scoring.outcomes.flatMap(({ response, scoring: outcome }) => {
    if (outcome.status !== 'scored') return [];
    const given: readonly (Reward | null)[] = [outcome.reward, outcome.otherReward];
    const reward = given.find((each) => each?.conditionedOn === conditionedOn) ?? null;
    if (reward === null) return [];
    return [{ response, scoring: { status: 'scored', reward, otherReward: null } as const }];
  });
  return { ...scoring, conditionedOn, outcomes };
}

const HOW = 'To have both, score it again with “Also the other way”.';

/** What the preference changes in a scorer's rewards and winners. */
export function bothWaysSentences(bothWays: BothWays, scorer: string): readonly string[] {
  const name = spoken(scorer);
  const { pairs, winners } = bothWays;
  const differences = wholePairs(pairs).map(({ first, second }) => first - second);
  const average = mean(differences);
  if (average === null) return [oneWaySentence(bothWays, name)];
  const missing = pairs.length - differences.length;
  const left =
    missing === 0
      ? []
      : [
          `Not read both ways: ${String(missing)} of ${countOf(pairs.length, 'response')}; a winner is the best of those read its way. ${HOW}`,
        ];
  if (!bothWays.compares) {
    return [
      `${name} has one recipe with z and another without, each on its own scale: the difference between the two rewards means nothing. Its winners can be compared.`,
      winnersSentence(winners),
      ...left,
    ];
  }
  if (differences.every((difference) => difference === 0)) {
    return [
      `${name} gives the same with z and without: the preference changes nothing in its rewards.`,
      ...left,
    ];
  }
  const [least, most] = [Math.min(...differences), Math.max(...differences)];
  return [
    `Reading z changes the reward by ${formatGain(average)} on average, from ${formatGain(least)} to ${formatGain(most)}, n = ${countOf(differences.length, 'response')}.`,
    winnersSentence(winners),
    ...left,
  ];
}

/** Which of the two is missing, where no response has both. */
function oneWaySentence({ pairs }: BothWays, name: string): string {
  const has = (side: 'first' | 'second'): boolean => pairs.some((pair) => pair[side] !== null);
  if (!has('first') && !has('second')) return `${name} has no reward for any response.`;
  if (has('first') && has('second')) {
    return `${name} scored some responses with z and others without, none both ways. ${HOW}`;
  }
  const way = has('first') ? 'with z only' : 'without z only';
  return `${name} scored this run one way, ${way}. ${HOW}`;
}
