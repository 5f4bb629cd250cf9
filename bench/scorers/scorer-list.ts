import { PlainError } from '../../scripts/terminal/plain-error.mjs';
import type { Conditioning, PairwiseJudge, Policy, RewardModel } from '../../src/core/index.ts';
import { createEmbeddedBlend } from '../../src/rewards/blend/index.ts';
import {
  createMeanLogProbability,
  createSelfCertainty,
} from '../../src/rewards/confidence/index.ts';
import { createLongest, createRandom } from '../../src/rewards/controls/index.ts';
import {
  createPairwiseJudge,
  createPointwiseJudge,
  DEFAULT_JUDGE_PROMPTS,
} from '../../src/rewards/judge/index.ts';
import {
  createPreferenceInformation,
  createPromptInformation,
  type InformationDependencies,
} from '../../src/rewards/preference-information/index.ts';
import { createRubric } from '../../src/rewards/rubric/index.ts';

/**
 * A scorer with its default settings, by the `id` of its description.
 *
 * texts: it reads the texts alone · tokens: it reads the tokens' log-probabilities, which come with the response or from
 * the model · model: it asks the model · pairs: it asks the model to compare two responses, and has no reward for one
 */
export type ListedScorer = ScorerFacts &
  (
    | { readonly reads: 'texts'; readonly make: () => RewardModel }
    | { readonly reads: 'tokens'; readonly make: (vocabularyTokens: number) => RewardModel }
    | { readonly reads: 'model'; readonly make: (policy: Policy) => RewardModel }
    | { readonly reads: 'pairs'; readonly make: (policy: Policy) => PairwiseJudge }
  );

interface ScorerFacts {
  readonly name: string;
  /** Whether it has nothing to say of a response to a prompt alone. */
  readonly needsPreference?: true;
  /** Why it can't be measured on answers that the model didn't write; absent where it can. */
  readonly notMeasured?: string;
}

/** The seed of pick-at-random: any does. */
const CONTROL_SEED = 1;

/** All scorers that can be measured without a person, those that need no model first. */
export const SCORERS: readonly ListedScorer[] = [
  { name: 'rubric', reads: 'texts', make: () => createRubric() },
  { name: 'pick-longest', reads: 'texts', make: () => createLongest() },
  { name: 'pick-at-random', reads: 'texts', make: () => createRandom(CONTROL_SEED) },
  { name: 'mean-log-probability', reads: 'tokens', make: () => createMeanLogProbability() },
  {
    name: 'self-certainty',
    reads: 'tokens',
    notMeasured:
      'the likeliest tokens are told of a text that is sampled, not of one that is given',
    make: (vocabularyTokens) => createSelfCertainty({ vocabularyTokens }),
  },
  {
    name: 'preference-information',
    reads: 'model',
    needsPreference: true,
    make: (policy) => createPreferenceInformation(informationOf(policy)),
  },
  {
    name: 'prompt-information',
    reads: 'model',
    make: (policy) => createPromptInformation(informationOf(policy)),
  },
  {
    name: 'embedded-blend',
    reads: 'model',
    make: (policy) => createEmbeddedBlend(ingredients(policy)),
  },
  {
    name: 'judge-pointwise',
    reads: 'model',
    make: (policy) => createPointwiseJudge({ policy, rubricText: DEFAULT_JUDGE_PROMPTS.pointwise }),
  },
  {
    name: 'judge-pairwise',
    reads: 'pairs',
    make: (policy) => createPairwiseJudge({ policy, rubricText: DEFAULT_JUDGE_PROMPTS.pairwise }),
  },
];

/** Shorter names that people may use. */
const ALIASES: Readonly<Record<string, string>> = {
  longest: 'pick-longest',
  random: 'pick-at-random',
  blend: 'embedded-blend',
  embedded: 'embedded-blend',
  confidence: 'mean-log-probability',
  judge: 'judge-pointwise',
};

/** Scorers of the page that can't be run by a command, and why. */
const IN_THE_PAGE_ONLY: ReadonlyMap<string, string> = new Map([
  [
    'reward-model',
    'A reward model reads with an engine that runs in a browser, on a backbone and a head that a person chooses and agrees to fetch: load one in the page, under “Score again with”.',
  ],
  ['votes', 'Votes are cast by people, in the page: there is nobody to ask here.'],
]);

/** The scorers that the blend may be made of. */
function ingredients(policy: Policy): readonly RewardModel[] {
  return [
    createRubric(),
    createLongest(),
    createPreferenceInformation(informationOf(policy)),
    createPromptInformation(informationOf(policy)),
    createPointwiseJudge({ policy, rubricText: DEFAULT_JUDGE_PROMPTS.pointwise }),
  ];
}

function informationOf(policy: Policy): InformationDependencies {
  return { scorer: policy, policy: policy.description };
}

/** @throws PlainError, with the names that there are, where the name is none */
export function scorerNamed(name: string): ListedScorer {
  const whole = Object.hasOwn(ALIASES, name) ? ALIASES[name] : name;
  const found = SCORERS.find((scorer) => scorer.name === whole);
  if (found !== undefined) return found;
  const reason = IN_THE_PAGE_ONLY.get(name);
  if (reason !== undefined) throw new PlainError(reason);
  const names = SCORERS.map((scorer) => scorer.name).join(', ');
  throw new PlainError(`There is no scorer “${name}”; there are: ${names}.`);
}

/** @param names null for all */
export function chooseScorers(names: readonly string[] | null): readonly ListedScorer[] {
  if (names === null) return SCORERS;
  const chosen = names.map(scorerNamed);
  return SCORERS.filter((scorer) => chosen.includes(scorer));
}

/** Whether a scorer has something to say of a set: one of preferences has nothing to say of a set without them. */
export function canMeasure(
  { needsPreference, notMeasured }: ListedScorer,
  { conditionedOn }: { readonly conditionedOn: Conditioning },
): boolean {
  if (notMeasured !== undefined) return false;
  return needsPreference !== true || conditionedOn === 'prompt-and-preference';
}
