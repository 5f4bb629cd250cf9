import type { Policy, RewardModelDescription } from '../../src/core/index.ts';
import type { BenchModel } from './bench-model.ts';
import { comparePair, measurePair, type Outcome, type PairParts } from './measure-pairs.ts';
import type { Pair } from './pair-sets.ts';
import type { ListedScorer } from './scorer-list.ts';

/** A scorer ready to be measured. */
export interface Measurer {
  readonly description: RewardModelDescription;
  /** Name of the language model that it reads, null where it reads the texts alone. */
  readonly model: string | null;
  measure(pair: Pair, parts: MeasurerParts): Promise<Outcome>;
}

type MeasurerParts = Omit<PairParts, 'rewardModel' | 'reader'>;

/** @throws PlainError where the scorer needs the embedded model and that can't be started */
export async function measurerOf(scorer: ListedScorer, model: BenchModel): Promise<Measurer> {
  if (scorer.reads === 'texts') return rewarded(scorer.make(), null, null);
  const policy = await model.policy();
  const { name } = policy.description;
  switch (scorer.reads) {
    case 'tokens':
      return rewarded(scorer.make(policy.description.vocabularyTokens ?? 0), name, policy);
    case 'model':
      return rewarded(scorer.make(policy), name, null);
    case 'pairs': {
      const judge = scorer.make(policy);
      return {
        description: judge.description,
        model: name,
        measure: (pair, parts) => comparePair(pair, judge, parts),
      };
    }
  }
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
