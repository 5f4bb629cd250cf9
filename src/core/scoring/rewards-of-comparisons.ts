import type { Conditioning, Reward } from '../reward.ts';
import { bradleyTerry, type PairwiseOutcome, type Strength } from '../statistics/bradley-terry.ts';
import type { SamplingTree } from '../tree/sampling-tree.ts';
import { scorableResponses, type ScorableResponse } from './score-tree-again.ts';

/** One comparison of two responses, by index; `consistent` is false where the order decided and not the responses. */
export interface Comparison extends PairwiseOutcome {
  readonly consistent: boolean;
}

/**
 * Rewards of responses that were compared with each other: Bradley–Terry strengths on the log scale, 0 their mean.
 *
 * @returns one for each of `count` responses, in their order; null for one that met no other.
 */
export function rewardsOfComparisons(
  comparisons: readonly Comparison[],
  count: number,
  conditionedOn: Conditioning,
): readonly (Reward | null)[] {
  return bradleyTerry(comparisons, count).map((strength, item) => {
    if (strength.comparisons === 0) return null;
    const own = comparisons.filter(({ first, second }) => first === item || second === item);
    const measured = `${recordSentence(own, item)}${intervalSentence(strength)}`;
    const value = strength.strength;
    const breakdown = [{ id: 'strength', label: 'Strength', value, measured }];
    const inconsistent = own.filter(({ consistent }) => !consistent).length;
    return { value, breakdown, conditionedOn, comparisons: { made: own.length, inconsistent } };
  });
}

function recordSentence(comparisons: readonly Comparison[], item: number): string {
  const ties = comparisons.filter(({ outcome }) => outcome === 'tie').length;
  const wins = comparisons.filter((each) => winnerOf(each) === item).length;
  const losses = comparisons.length - ties - wins;
  const turned = comparisons.filter(({ consistent }) => !consistent).length;
  const record = `${String(wins)} won, ${String(ties)} tied, ${String(losses)} lost of ${String(comparisons.length)}`;
  return turned === 0 ? record : `${record}; ${String(turned)} changed with the order`;
}

function winnerOf({ first, second, outcome }: Comparison): number | null {
  if (outcome === 'tie') return null;
  return outcome === 'first' ? first : second;
}

function intervalSentence({ interval }: Strength): string {
  if (interval === null) return '';
  return `; 95 % interval ${interval.low.toFixed(2)} to ${interval.high.toFixed(2)}`;
}

/** The responses that have one text, in the order sampled: whoever reads texts can't tell them apart. */
export type EqualResponses = readonly [ScorableResponse, ...ScorableResponse[]];

/**
 * Every response of a run that can have a reward, grouped by its text, in the order sampled. Arms that share seeds often share
 * texts. White space at the ends makes no difference.
 */
export function equalResponses(tree: SamplingTree): readonly EqualResponses[] {
  const byText = new Map<string, EqualResponses>();
  for (const response of scorableResponses(tree)) {
    const text = response.node.progress.text.trim();
    const known = byText.get(text);
    byText.set(text, known === undefined ? [response] : [...known, response]);
  }
  return [...byText.values()];
}

/** What the reward of a text is for one of its responses. The comparisons stand with the first alone, so that each counts once. */
export function rewardOfCopy(reward: Reward, position: number): Reward {
  return position === 0 ? reward : { ...reward, comparisons: { made: 0, inconsistent: 0 } };
}
