import type { Policy, RewardModelDescription } from '../../src/core/index.ts';
import type { BenchModel } from './bench-model.ts';
import { comparePair, measurePair, type Outcome, type PairParts } from './measure-pairs.ts';
import type { Pair } from './pair-sets.ts';
import { makeScorer, type CommandScorer } from './scorer-list.ts';

/** A scorer ready to be measured. */
export interface Measurer {
  readonly description: RewardModelDescription;
  /** Name of the language model that it reads, null where it reads the texts alone. */
  readonly model: string | null;
  measure(pair: Pair, parts: MeasurerParts): Promise<Outcome>;
}

type MeasurerParts = Omit<PairParts, 'rewardModel' | 'reader'>;

/** @throws PlainError where the scorer needs the embedded model and that can't be started */
export async function measurerOf(scorer: CommandScorer, model: BenchModel): Promise<Measurer> {
  const policy = scorer.reads === 'texts' ? null : await model.policy();
  const name = policy?.description.name ?? null;
  const reader = policy === null ? {} : { policy };
  if (!scorer.comparesPairs) {
    const rewardModel = await makeScorer(scorer, reader);
    return rewarded(rewardModel, name, scorer.reads === 'tokens' ? policy : null);
  }
  const judge = await makeScorer(scorer, reader);
  return {
    description: judge.description,
    model: name,
    measure: (pair, parts) => comparePair(pair, judge, parts),
  };
}

function rewarded(
  rewardModel: PairParts['rewardModel'],
  model: string | null,
  reader: Policy | null,
): Measurer {
  return {
    description: rewardModel.description,
    model,
    measure: (pair, parts) => measurePair(pair, { ...parts, rewardModel, reader }),
  };
}
