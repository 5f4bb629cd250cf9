import type { PairwiseJudge, Policy, RewardModel } from '../core/index.ts';
import { pointwiseScorer, scorerById } from './scorer-list.ts';
import type { ScorerEngines, ScorerSettings } from './scorer-module.ts';

type AskForPolicy = ScorerEngines['policy'];

/** Makes scorers for those who start runs and read them again; each asks for the policy only where it reads with one. */
export interface ScorerFactory {
  /** One that chooses anchors. Rejects with a sentence where this version has none of that id. */
  forRun(
    id: string,
    settings: ScorerSettings,
  ): (policy: () => Promise<Policy>) => Promise<RewardModel>;
  /** Any, for a run that is sampled; `id` may be that of what a run kept. Rejects as above. */
  forScoring(
    id: string,
    settings: ScorerSettings,
  ): (policy: () => Promise<Policy>) => Promise<RewardModel | PairwiseJudge>;
}

export function createScorerFactory(engines: Omit<ScorerEngines, 'policy'>): ScorerFactory {
  return {
    forRun: (id, settings) => async (policy: AskForPolicy) =>
      pointwiseScorer(id).make(settings, { ...engines, policy }),
    forScoring: (id, settings) => async (policy: AskForPolicy) =>
      scorerById(id).make(settings, { ...engines, policy }),
  };
}
