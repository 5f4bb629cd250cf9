import type { Reward } from '../reward.ts';
import type { SamplingTree } from '../tree/sampling-tree.ts';
import { scorableResponses, type ScorableResponse } from './score-tree.ts';

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
