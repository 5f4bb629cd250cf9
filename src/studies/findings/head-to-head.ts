import {
  type BandPoint,
  bandOverPrompts,
  type Interval,
  wilsonInterval,
} from '../../core/index.ts';

/** Two arms against each other, a prompt a trial. */
export interface HeadToHead {
  readonly first: string;
  readonly second: string;
  /** Prompts at which the first has the higher reward. */
  readonly wins: number;
  /** Prompts at which both have the very same, as where one draft wins both. */
  readonly ties: number;
  readonly losses: number;
  /** Of the first, in [0, 1]: a tie counts half. */
  readonly share: number;
  /** Wilson's of that share, a prompt a trial. */
  readonly shareInterval: Interval | null;
  /** The first's reward less the second's. */
  readonly difference: BandPoint;
}

/**
 * Lays two arms against each other over prompts.
 *
 * @param rewards by prompt, the mean of its runs
 * @param others of the second arm, in the same order
 */
export function headToHead(
  names: { readonly first: string; readonly second: string },
  rewards: readonly number[],
  others: readonly number[],
  seed: number,
): HeadToHead {
  const differences = rewards.map((reward, prompt) => reward - (others[prompt] ?? Number.NaN));
  const count = (sign: number): number =>
    differences.filter((difference) => Math.sign(difference) === sign).length;
  const [wins, ties, losses] = [count(1), count(0), count(-1)];
  const points = wins + ties / 2;
  const [difference] = bandOverPrompts({ curves: differences.map((each) => [each]), seed });
  return {
    ...names,
    ...{ wins, ties, losses },
    share: points / differences.length,
    shareInterval: wilsonInterval(points, differences.length),
    difference: difference ?? { mean: Number.NaN, interval: null },
  };
}
