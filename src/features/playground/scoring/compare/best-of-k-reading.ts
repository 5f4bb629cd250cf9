import {
  bestOfK,
  overOptimisation,
  turnsWithoutAnyOne,
  type BestOfKPoint,
  type OverOptimisation,
} from '../../../../core/index.ts';
import { wholePairs, type ScoredPair } from './paired-scores.ts';

/** Responses that a best of k is picked from. */
export interface PickingPool {
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
export interface BestOfKReading {
  readonly points: readonly BestOfKPoint[];
  readonly turn: OverOptimisation | null;
  /** Whether the curve also turns with any one response left out; false where it doesn't turn, null where the pool is too large. */
  readonly robust: boolean | null;
}

/** Above it leaving out each response in turn would hold the page up for seconds. */
export const MOST_LEFT_OUT_IN_TURN = 256;

/** The first scorer's best of k in a pool, as the second reads it. */
export function readBestOfK(pool: PickingPool): BestOfKReading {
  const whole = wholePairs(pool.pairs);
  const selecting = whole.map(({ first }) => first);
  const reading = whole.map(({ second }) => second);
  const points = bestOfK(selecting, reading);
  const turn = overOptimisation(points);
  const robust = (): boolean | null =>
    whole.length > MOST_LEFT_OUT_IN_TURN ? null : turnsWithoutAnyOne(selecting, reading);
  return { points, turn, robust: turn === null ? false : robust() };
}
