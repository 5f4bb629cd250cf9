import type {
  PairwiseJudge,
  Policy,
  PolicyDescription,
  RewardModel,
  RewardRequest,
  ScoringCall,
} from '../../core/index.ts';
import { createEmbeddedBlend } from '../blend/index.ts';
import { createMeanLogProbability, createSelfCertainty } from '../confidence/index.ts';
import { createLongest, createRandom } from '../controls/index.ts';
import { createPairwiseJudge, createPointwiseJudge, pointwiseJudgeCalls } from '../judge/index.ts';
import {
  createPreferenceInformation,
  createPromptInformation,
  OPENING_TOKENS,
  preferenceInformationCalls,
  promptInformationCalls,
  type InformationDependencies,
} from '../preference-information/index.ts';
import { createRubric } from '../rubric/index.ts';
import { checkRewardModel, isRewardModelId, REWARD_MODEL_SCORER } from './reward-model-scorer.ts';
import type { ScorerSettings } from './scorer-settings.ts';

/** A scorer as a person can choose it. */
export interface ScorerOffer {
  /** The id of its description, which badges and kept runs name too. */
  readonly id: string;
  readonly name: string;
  /** What it measures and what it doesn't, in a sentence or two. */
  readonly about: string;
  /** What scoring one response takes. */
  readonly cost: string;
  /** Whether it reads a response with a language model, which then has to be loaded. */
  readonly readsPolicy: boolean;
  /** Present where it measures nothing without a preference: it then reads x joined with z, and no other way. */
  readonly needsPreference?: true;
  /** Whether it compares responses with each other: such a scorer can't choose an anchor while a run is sampled. */
  readonly comparesPairs: boolean;
  /** Present where it reads the opening of a response, unless the person asks for the whole. */
  readonly readsOpening?: true;
  make(settings: ScorerSettings, engines: ScorerEngines): Promise<RewardModel | PairwiseJudge>;
}

/** The models that scorers read with; each is asked for only by a scorer that needs it. */
export interface ScorerEngines {
  readonly policy: () => Promise<Policy>;
  /** The reward model in memory; rejects with a sentence where there is none. */
  readonly rewardModel: () => Promise<RewardModel>;
}

/** What a response will be scored against. */
export type ScoredAgainst = Pick<RewardRequest, 'prompt' | 'preference' | 'conditionedOn'>;

/** A scorer of single responses, which can choose anchors. */
export interface PointwiseOffer extends ScorerOffer {
  readonly comparesPairs: false;
  /** What it asks of the model for each response; absent where it asks nothing. */
  readonly calls?: (against: ScoredAgainst, settings: ScorerSettings) => readonly ScoringCall[];
  make(settings: ScorerSettings, engines: ScorerEngines): Promise<RewardModel>;
}

const FREE = 'Costs nothing.';
const READS_OPENINGS = `The model reads the first ${String(OPENING_TOKENS)} tokens of each response again: of a draft once, of a refinement with the preference and without.`;
const READS_TEXTS =
  'The model reads each response once more without the prompt, a refinement twice: as long as writing it.';
const READ_OFF = 'Costs nothing: read off the call that brought the response.';

/** The scorers that score a response by itself. */
export const POINTWISE_SCORERS: readonly PointwiseOffer[] = [
  {
    id: 'rubric',
    name: 'Rubric',
    about:
      'What can be counted in the text, chosen from the preference. It does not know whether an answer is true.',
    cost: FREE,
    readsPolicy: false,
    comparesPairs: false,
    make: ({ weights }) => Promise.resolve(createRubric(weights)),
  },
  {
    id: 'embedded-blend',
    name: 'Blend for the embedded model',
    about:
      'The rubric and preference information, standardised and weighed as fitted on the tuning half of the preference set; without a preference the rubric alone.',
    cost: READS_OPENINGS,
    readsPolicy: true,
    comparesPairs: false,
    readsOpening: true,
    calls: (against, { information }) => preferenceInformationCalls(against, information),
    make: async ({ weights, information }, { policy }) => {
      const reader = readerOf(await policy());
      const parts = [createRubric(weights), createPreferenceInformation(reader, information)];
      return createEmbeddedBlend(parts, information);
    },
  },
  {
    id: 'preference-information',
    name: 'Preference information',
    about:
      'How much likelier the model finds the response with the preference than without: pointwise mutual information. Not quality, and not truth.',
    cost: READS_OPENINGS,
    readsPolicy: true,
    needsPreference: true,
    comparesPairs: false,
    readsOpening: true,
    calls: (against, { information }) => preferenceInformationCalls(against, information),
    make: async ({ information }, { policy }) =>
      createPreferenceInformation(readerOf(await policy()), information),
  },
  {
    id: 'prompt-information',
    name: 'Prompt information',
    about:
      'How much likelier the model finds the response after the prompt than out of nowhere: whether it is about what was asked.',
    cost: READS_TEXTS,
    readsPolicy: true,
    comparesPairs: false,
    calls: promptInformationCalls,
    make: async (_, { policy }) => createPromptInformation(readerOf(await policy())),
  },
  {
    id: 'judge-pointwise',
    name: 'Judge: rating from 1 to 5',
    about:
      'The model’s own rating, read off the probabilities of the digits. A small model is no usable judge.',
    cost: 'One short call of the model for each response.',
    readsPolicy: true,
    comparesPairs: false,
    calls: (against, { judgePrompts }) => pointwiseJudgeCalls(against, judgePrompts.pointwise),
    make: async ({ judgePrompts }, { policy }) =>
      createPointwiseJudge({ policy: await policy(), rubricText: judgePrompts.pointwise }),
  },
  {
    id: 'mean-log-probability',
    name: 'Confidence: mean log-probability',
    about: 'How likely the policy found its own words. It likes the usual phrase.',
    cost: READ_OFF,
    readsPolicy: false,
    comparesPairs: false,
    make: () => Promise.resolve(createMeanLogProbability()),
  },
  {
    id: 'self-certainty',
    name: 'Confidence: self-certainty',
    about: 'How far the policy was from undecided at each token. It likes the usual phrase.',
    cost: READ_OFF,
    readsPolicy: false,
    comparesPairs: false,
    make: async ({ vocabularyTokens }, { policy }) =>
      createSelfCertainty(
        vocabularyTokens === undefined
          ? vocabularyOf((await policy()).description)
          : vocabularyOf({ name: 'the model of this run', vocabularyTokens }),
      ),
  },
  {
    id: 'pick-longest',
    name: 'Pick-longest (control)',
    about: 'The longer, the better: what every scorer has to beat.',
    cost: FREE,
    readsPolicy: false,
    comparesPairs: false,
    make: () => Promise.resolve(createLongest()),
  },
  {
    id: 'pick-at-random',
    name: 'Pick-at-random (control)',
    about: 'Chance: what every scorer has to beat.',
    cost: FREE,
    readsPolicy: false,
    comparesPairs: false,
    make: ({ seed }) => Promise.resolve(createRandom(seed)),
  },
];

/** The reward model that a person has loaded. It reads a finished run; no set-up chooses anchors by it. */
const REWARD_MODEL_OFFER: ScorerOffer = {
  id: REWARD_MODEL_SCORER,
  name: 'Reward model',
  about: 'A sequence-classification model trained on people’s preferences; load one below.',
  cost: 'The reward model reads each response with its prompt: on a processor seconds for a short one.',
  readsPolicy: false,
  comparesPairs: false,
  make: async ({ rewardModel: wanted }, { rewardModel }) =>
    checkRewardModel(wanted, await rewardModel()),
};

/** All scorers, those that compare pairs last. */
export const SCORERS: readonly ScorerOffer[] = [
  ...POINTWISE_SCORERS,
  REWARD_MODEL_OFFER,
  {
    id: 'judge-pairwise',
    name: 'Judge: pairs, in both orders',
    about:
      'The model’s own verdict on two responses; a verdict that turns with the order is a tie.',
    cost: 'Two short calls of the model for each pair; each response meets four others.',
    readsPolicy: true,
    comparesPairs: true,
    make: async ({ judgePrompts }, { policy }) =>
      createPairwiseJudge({ policy: await policy(), rubricText: judgePrompts.pairwise }),
  },
];

/** The scorers that score a whole run at once, while a weight is being moved. */
export function scorersAtOnce(
  { weights, seed }: Pick<ScorerSettings, 'weights' | 'seed'>,
  vocabularyTokens: number | null,
): readonly RewardModel[] {
  return [
    createRubric(weights),
    createLongest(),
    createRandom(seed),
    createMeanLogProbability(),
    ...(vocabularyTokens === null ? [] : [createSelfCertainty({ vocabularyTokens })]),
  ];
}

/** The scorer that measured best on pairs that nothing was tuned on: with the embedded model, or with any other. */
export function suggestedScorer(embedded: boolean): string {
  return embedded ? 'embedded-blend' : 'rubric';
}

/** @throws Error where there is no scorer of that id that can choose anchors. */
export function pointwiseOffer(id: string): PointwiseOffer {
  const offer = POINTWISE_SCORERS.find((each) => each.id === id);
  if (offer === undefined) {
    throw new Error(`There is no scorer “${id}” in this version of the page: choose another one.`);
  }
  return offer;
}

/** The scorer that made what a run kept under that id; null where this version has none such. */
export function findScorer(id: string): ScorerOffer | null {
  if (isRewardModelId(id)) return REWARD_MODEL_OFFER;
  return SCORERS.find((each) => each.id === id) ?? null;
}

/** @throws Error where there is no scorer of that id. */
export function scorerOffer(id: string): ScorerOffer {
  return findScorer(id) ?? pointwiseOffer(id);
}

/** A policy as the scorers know it that read texts. */
function readerOf(policy: Policy): InformationDependencies {
  return { scorer: policy, policy: policy.description };
}

function vocabularyOf({
  name,
  vocabularyTokens = null,
}: Pick<PolicyDescription, 'name' | 'vocabularyTokens'>): { readonly vocabularyTokens: number } {
  if (vocabularyTokens === null) {
    throw new Error(
      `The engine doesn’t say how many tokens ${name} chooses among, which self-certainty needs: choose another scorer.`,
    );
  }
  return { vocabularyTokens };
}
