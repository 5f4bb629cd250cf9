import { useMemo } from 'react';
import {
  bestOfK,
  type BestOfKPoint,
  isConstant,
  overOptimisation,
  type OverOptimisation,
  turnsWithoutAnyOne,
} from '../../../../core/index.ts';
import { Button, formatReward, Note, SelectField } from '../../../../ui/index.ts';
import { BestOfKChart } from '../../../../viz/scorer-charts.ts';
import { leftOutSentence } from './scorer-agreement-view.tsx';
import { type ComparedViewProps, Sentences } from './winners-by-scorer.tsx';
import { bothSpoken, type ScorerNames } from './comparison-wording.ts';
import {
  distinctPairs,
  type PairOfScorings,
  pairScores,
  type ScoredPair,
} from './pair-of-scorings.ts';
import styles from './compare.module.css';

export interface BestOfKViewProps extends Pick<ComparedViewProps, 'tree'>, PairOfScorings {
  readonly poolId: string;
  readonly onPool: (poolId: string) => void;
  readonly onSwap: () => void;
}

/** The first scorer picks the best of k, the second reads the pick: where it turns down, the first is over-optimised. */
export function BestOfKView(props: BestOfKViewProps) {
  const { tree, first, second, poolId } = props;
  const pools = useMemo(() => pickingPools(pairScores(tree, first, second)), [tree, first, second]);
  const pool = pools.find(({ id }) => id === poolId) ?? pools[0];
  const analysis = useMemo(() => (pool === undefined ? null : analyseBestOfK(pool)), [pool]);
  if (pool === undefined || analysis === null) return null;
  const names = { first: first.name, second: second.name };
  const said = bothSpoken(names);
  const leftOut = leftOutSentence(pool.pairs, names);
  const found =
    analysis.points.length < 2
      ? ['Fewer than two responses of this pool have a reward by both, so there is no choice.']
      : bestOfKSentences(analysis, names);
  return (
    <div className={styles.view}>
      <PoolField {...{ pool, pools }} onPool={props.onPool} onSwap={props.onSwap} />
      <Sentences lines={[...found, ...(leftOut === null ? [] : [leftOut])]} />
      {analysis.points.length >= 2 && (
        <BestOfKChart
          points={analysis.points}
          selectingName={names.first}
          evaluatingName={names.second}
          turn={analysis.turn}
          description={found[0] ?? ''}
        />
      )}
      <Note>
        {said.first} picks the best of k responses, {said.second} reads that pick: the mean over all
        ways to draw k of the pool, drafts and refinements alike, equal responses once. The last
        points rest on very few responses.
      </Note>
    </div>
  );
}

interface PoolFieldProps extends Pick<BestOfKViewProps, 'onPool' | 'onSwap'> {
  readonly pool: PickingPool;
  readonly pools: readonly PickingPool[];
}

function PoolField({ pool, pools, onPool, onSwap }: PoolFieldProps) {
  return (
    <div className={styles.choices}>
      <SelectField
        label="Pool"
        value={pool.id}
        options={pools.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={onPool}
      />
      <Button onClick={onSwap}>Swap the scorers</Button>
    </div>
  );
}

/** Responses that a best of k is picked from. */
interface PickingPool {
  readonly id: string;
  readonly name: string;
  /** Of the pool, whether both scored them or not. */
  readonly pairs: readonly ScoredPair[];
}

/** Stands for the responses of all arms together. */
export const WHOLE_RUN = 'whole-run';

/** The pools of a run: all arms together, then each. Responses outside the budget are in none. */
export function pickingPools(pairs: readonly ScoredPair[]): readonly PickingPool[] {
  const counted = pairs.filter(({ inBudget }) => inBudget);
  const arms = new Map(counted.map(({ armId, armName }) => [armId, armName]));
  return [
    { id: WHOLE_RUN, name: 'Every response of the run', pairs: counted },
    ...[...arms].map(([armId, name]) => ({
      id: armId,
      name,
      pairs: counted.filter((pair) => pair.armId === armId),
    })),
  ];
}

/** A pool’s curve: the first scorer picks, the second reads the pick. */
interface BestOfKAnalysis {
  readonly points: readonly BestOfKPoint[];
  readonly turn: OverOptimisation | null;
  /** Whether the curve also turns with any one response left out; false where it doesn't turn, null where the pool is too large. */
  readonly robust: boolean | null;
}

/** Above it leaving out each response in turn would hold the page up for seconds. */
export const MOST_LEFT_OUT_IN_TURN = 256;

/** The first scorer's best of k in a pool, as the second reads it. */
export function analyseBestOfK(pool: PickingPool): BestOfKAnalysis {
  const whole = distinctPairs(pool.pairs);
  const selecting = whole.map(({ first }) => first);
  const evaluating = whole.map(({ second }) => second);
  const points = bestOfK(selecting, evaluating);
  const turn = overOptimisation(points);
  const robust = (): boolean | null =>
    whole.length > MOST_LEFT_OUT_IN_TURN ? null : turnsWithoutAnyOne(selecting, evaluating);
  return { points, turn, robust: turn === null ? false : robust() };
}

/** Whether the second scorer's curve turns down where the first one's rises, and how sure that is. */
export function bestOfKSentences(
  { points, turn, robust }: BestOfKAnalysis,
  names: ScorerNames,
): readonly string[] {
  const { first, second } = bothSpoken(names);
  const n = points.length;
  if (turn !== null) {
    const { k, peak, end } = turn;
    return [
      `From k = ${String(k)} on, ${first} keeps rising and ${second} turns down, from ${formatReward(peak)} to ${formatReward(end)}: over-optimisation of ${first}, as ${second} sees it (Gao, Schulman & Hilton 2023).`,
      qualification(robust, n),
      `${second} is no gold standard: where they part, either may be wrong.`,
    ];
  }
  if (isConstant(points.map(({ selecting }) => selecting))) {
    return [`${first} gives all ${String(n)} the same reward, so it picks nothing.`];
  }
  if (isConstant(points.map(({ evaluating }) => evaluating))) {
    return [`To ${second} every pick is as good as another: its curve is flat and does not turn.`];
  }
  return [
    `The curve does not turn: as k grows to ${String(n)} and ${first} rises, ${second} does not end below its peak. No over-optimisation of ${first} shows in this pool; a larger one may show it.`,
  ];
}

function qualification(robust: boolean | null, n: number): string {
  if (robust === null) {
    return `Whether one of the ${String(n)} responses alone makes it turn is not worked out for so large a pool.`;
  }
  return robust ? robustSentence(n) : fragileSentence(n);
}

/** One in nine: measured beside `turnsWithoutAnyOne`. */
function robustSentence(n: number): string {
  return `It also turns with any one of the ${String(n)} responses left out, so it does not hang on one unlucky response. It may still be chance: of drawn pools of 8 to 32 where more choice truly helps, one in nine does the same.`;
}

function fragileSentence(n: number): string {
  return `With one response left out it no longer turns: in a pool of ${String(n)} this may be one unlucky response.`;
}
