import type {
  Conditioning,
  ModelSource,
  PairwiseJudge,
  Policy,
  RewardModel,
} from '../core/index.ts';

/** Makes a scorer; it asks for the policy only where it reads with one. */
export type MakeScorer<Scorer = RewardModel> = (
  policy: () => Promise<Policy>,
  signal: AbortSignal,
) => Scorer | Promise<Scorer>;

/** Another scorer for a run that is sampled. */
export interface ScoringRequest {
  /** The model of scorers that read with a policy; null where none is chosen. */
  readonly source: ModelSource | null;
  readonly scorer: MakeScorer<RewardModel | PairwiseJudge>;
  readonly conditionedOn: Conditioning;
  /** Whether the other conditioning is scored too, where a scoring to go on with doesn't tell; a judge of pairs never does. */
  readonly bothWays: boolean;
  /** Id of the scoring to go on with, `OWN_SCORING` for what the run's own scorer failed on; null for a new one. */
  readonly again: string | null;
}
