import { PlainError } from '../scripts/terminal/plain-error.mjs';
import {
  MISSING_ABILITIES,
  noPlainWebAddress,
  plainWebAddress,
  type Policy,
  type PolicyAbility,
  type RewardModel,
  type RewardModelDescription,
} from '../src/core/index.ts';
import {
  FREE_SCORER,
  POINTWISE_SCORERS,
  type ScorerReads,
  settingsOf,
} from '../src/rewards/index.ts';
import { createServedReward } from '../src/rewards/served/served-reward-model.ts';

/** Makes the scorer, given what it reads with where it reads with a model. */
export type MakeRewardModel = (policy: Policy) => Promise<RewardModel>;

export interface ScorerWish {
  /** Id of a scorer, or a reward server's address; null for the one that costs nothing. */
  readonly reward: string | null;
  /** Key of the reward server; none where left out or null. */
  readonly rewardKey?: string | null | undefined;
  readonly seed: number;
  /** What scored the run that is gone on with; null for a new one. */
  readonly before: RewardModelDescription | null;
  /** Tokens that the policy of a run to be read again chose among, null where nothing tells; absent for a run to be sampled. */
  readonly vocabularyTokens?: number | null;
}

/** @throws PlainError with a sentence where there is no such scorer, or the policy's server can't do what it needs */
export function chooseScorer(
  { reward, rewardKey, seed, before, ...run }: ScorerWish,
  lacks: readonly PolicyAbility[],
): MakeRewardModel {
  if (reward?.includes('://') === true) return servedReward(reward, rewardKey ?? null);
  const id = reward ?? before?.id ?? FREE_SCORER.id;
  const scorer = POINTWISE_SCORERS.find((each) => each.id === id);
  if (scorer === undefined || scorer.pageOnly !== undefined) throw new PlainError(noScorer(id));
  const { needs } = scorer;
  if (needs !== undefined && lacks.includes(needs)) {
    throw new PlainError(`${MISSING_ABILITIES[needs]} That rules out ${scorer.name}.`);
  }
  const unset = { values: {}, seed, ...run };
  const settings = before?.id === id ? settingsOf(before, unset) : unset;
  return (policy) =>
    scorer.make(settings, {
      policy: () => Promise.resolve(policy),
      rewardModel: () => Promise.reject(new PlainError(noScorer(id))),
    });
}

/** What a scorer of that id, or behind that address, reads a response with. */
export function readsWith(reward: string): ScorerReads {
  return POINTWISE_SCORERS.find(({ id }) => id === reward)?.reads ?? 'texts';
}

function servedReward(typed: string, key: string | null): MakeRewardModel {
  if (plainWebAddress(typed) === null) throw new PlainError(noPlainWebAddress(typed));
  const given = { keyOf: () => Promise.resolve(key), toGiveKey: 'put its key into PRS_REWARD_KEY' };
  return () => Promise.resolve(createServedReward(typed, given));
}

function noScorer(id: string): string {
  const offered = POINTWISE_SCORERS.filter(({ pageOnly }) => pageOnly === undefined);
  const names = offered.map((scorer) => scorer.id).join(', ');
  return `There is no scorer “${id}” here: take one of ${names}, or name a reward server by its address (--reward http://host:8000/classify).`;
}
