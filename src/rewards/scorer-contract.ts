import type {
  Late,
  ModelServers,
  PairwiseJudge,
  Policy,
  PolicyAbility,
  RewardModel,
  RewardModelDescription,
  RewardRequest,
  ScoringCall,
} from '../core/index.ts';
import type { SettingField, SettingValues } from './scorer-settings.ts';

/** All that the page, the commands and a run that goes on need of one scorer. */
export type ScorerModule = PointwiseScorer | PairwiseScorer;

interface ScorerOffer {
  /** The id of its description, which badges and kept runs name too. */
  readonly id: string;
  readonly name: string;
  /** What it measures and what it doesn't, in a sentence or two. */
  readonly about: string;
  /** What scoring one response takes. */
  readonly cost: string;
  readonly reads: ScorerReads;
  /** What it needs of the engine that it reads with, or that wrote what it reads; absent where it needs nothing. */
  readonly needs?: PolicyAbility;
  /** Present where it measures nothing without a preference: it then reads x joined with z, and no other way. */
  readonly needsPreference?: true;
  /** Present where its rewards with z and without stand on two scales, so that their difference means nothing. */
  readonly scalePerConditioning?: true;
  /** What its rewards were where it was measured, so that an axis can stand before the first; absent where nobody did. */
  readonly usually?: (against: ScoredAgainst) => UsualRewards;
  /** What a person sets of it, in the order in which it is shown. */
  readonly fields?: readonly SettingField[];
  /** The settings that a kept description tells of it: what it doesn't tell stays as a person has it. */
  readonly settingsKept?: (description: RewardModelDescription) => Partial<ScorerSettings>;
  /** Whether it made what is kept under an id; absent where that is its own id alone. */
  readonly made?: (id: string) => boolean;
  /** Shorter names that people may give to a command. */
  readonly alsoCalled?: readonly string[];
  /** Why it has no badge, since it can't be measured on answers that the model didn't write; absent where it can. */
  readonly notMeasured?: string;
  /** Why no command can run it, a sentence; absent where one can. */
  readonly pageOnly?: string;
  /**
   * The code that it is made with, where that is much: it is fetched after the first picture, and making the scorer waits for
   * it. Absent where all of it is here with the rest.
   */
  readonly code?: Late<unknown>;
}

/** Of the rewards of many responses: their mean and their standard deviation. */
export interface UsualRewards {
  readonly mean: number;
  readonly deviation: number;
}

/** A scorer of single responses, which can choose anchors while a run is sampled. */
export interface PointwiseScorer extends ScorerOffer {
  readonly comparesPairs: false;
  /** What it asks of the model for each response; absent where it asks nothing. */
  readonly calls?: (against: ScoredAgainst, settings: ScorerSettings) => readonly ScoringCall[];
  /** Present where a finished run can be read by it while its settings move; null where the run tells it too little, or its code isn’t here yet. */
  readonly makeAtOnce?: (settings: ScorerSettings) => RewardModel | null;
  /** Present where it reads finished runs only: no set-up chooses anchors by it. */
  readonly choosesAnchors?: false;
  make(settings: ScorerSettings, engines: ScorerEngines): Promise<RewardModel>;
}

/** A scorer that compares responses with each other. */
export interface PairwiseScorer extends ScorerOffer {
  readonly comparesPairs: true;
  make(settings: ScorerSettings, engines: ScorerEngines): Promise<PairwiseJudge>;
}

/**
 * What it reads a response with. texts: nothing but the texts · tokens: what the call that brought the response told of its
 * tokens · policy: a language model, which has to be loaded · reward-model: a reward model that a person has loaded
 */
export type ScorerReads = 'texts' | 'tokens' | 'policy' | 'reward-model';

/** What a scorer is made with. */
export interface ScorerSettings {
  /** What a person has set. */
  readonly values: SettingValues;
  /** The run's seed. */
  readonly seed: number;
  /**
   * Tokens that the policy of the scored run chooses among, null where its engine didn't say: the run's tokens were drawn
   * from those, whichever model is loaded now. Absent where the run is yet to be sampled by the model that is loaded.
   */
  readonly vocabularyTokens?: number | null;
  /** The reward model that has to be in memory; absent where whichever is there will do. */
  readonly rewardModel?: RewardModelDescription;
}

/** The models that scorers read with; each is asked for only by a scorer that needs it. */
export interface ScorerEngines {
  readonly policy: () => Promise<Policy>;
  /** The reward model in memory; rejects with a sentence where there is none. */
  readonly rewardModel: () => Promise<RewardModel>;
  /** What knows the keys of servers that a scorer may ask; absent where no keys are known. */
  readonly servers?: Late<Pick<ModelServers, 'addressOf' | 'keys'>>;
}

/** What a response will be scored against, known before there is one. */
export type ScoredAgainst = Pick<RewardRequest, 'prompt' | 'preference' | 'conditionedOn'>;
