import type {
  Conditioning,
  Late,
  ModelSource,
  PairwiseJudge,
  Policy,
  PolicyAbility,
  RewardModel,
  RewardModelDescription,
  SamplingTree,
  Scoring,
} from '../core/index.ts';

/** Makes a scorer; it asks for the policy only where it reads with one. */
export type MakeScorer<Scorer = RewardModel> = (
  policy: () => Promise<Policy>,
  signal: AbortSignal,
) => Scorer | Promise<Scorer>;

/** What a person has set of the scorers, by setting: only the scorers know what a value is. */
export type ScorerValues = Readonly<Record<string, unknown>>;

/** What a scorer is made with. */
export interface ScorerSettings {
  readonly values: ScorerValues;
  /** The run's seed. */
  readonly seed: number;
  /** Tokens that the policy of a sampled run chose among; null where its engine didn't say, absent before it is sampled. */
  readonly vocabularyTokens?: number | null;
}

/** A scorer that gives its rewards at once, and whether its settings can be moved while its rewards are looked at. */
export interface ScorerAtOnce {
  readonly rewardModel: RewardModel;
  readonly moves: boolean;
}

/** The scorers that this version of the page has. Injected: `runs` decides which one is asked, and knows none of them. */
export interface Scorers {
  /** One that chooses anchors. Making it rejects with a sentence where there is none of that id. */
  forRun(id: string, settings: ScorerSettings): MakeScorer;
  /** Any, for a run that is sampled; `id` may be that of what a run kept. Making it rejects as above. */
  forScoring(id: string, settings: ScorerSettings): MakeScorer<RewardModel | PairwiseJudge>;
  /** The scorer that measured best, of those that the engine can do: with the embedded model, or with any other. */
  suggested(embedded: boolean, lacks: readonly PolicyAbility[]): string;
  /** Whether it asks a language model, which has to be loaded; false where there is none of that id. */
  asksPolicy(id: string): boolean;
  /** The settings that a kept description tells of its scorer; what it doesn't tell stays as in `current`. */
  settingsKept(description: RewardModelDescription, current: ScorerSettings): ScorerSettings;
  /** Those that need no asking. */
  atOnce(settings: ScorerSettings): readonly ScorerAtOnce[];
  /** The scorer at once of which something else is set now; null where there is none. */
  moved(before: ScorerValues, after: ScorerValues): string | null;
  /** What the votes on a run amount to; null before the first. */
  votesOf(tree: SamplingTree): Scoring | null;
  /** What they are made with: it is fetched after the first picture. `atOnce` and `votesOf` give nothing before it is there. */
  readonly code: Late<unknown>;
}

/** What the engine that runs a source can't do. */
export type FindLacks = (source: ModelSource) => readonly PolicyAbility[];

/** The scorer of the next run: the person's choice, or the one that suits the model. */
export function scorerToRun(
  scorers: Pick<Scorers, 'suggested'>,
  chosenId: string | null,
  source: ModelSource | null,
  lacks: FindLacks,
): string {
  return (
    chosenId ?? scorers.suggested(source?.kind === 'embedded', source === null ? [] : lacks(source))
  );
}

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
