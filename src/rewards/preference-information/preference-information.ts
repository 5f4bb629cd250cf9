import {
  draftMessages,
  type RewardModel,
  type ScoringCall,
  type RewardModelDescription,
  type RewardRequest,
} from '../../core/index.ts';
import type { PointwiseScorer, ScoredAgainst } from '../scorer-contract.ts';
import {
  editionKept,
  editionSet,
  OPENING_EDITION,
  OPENING_TOKENS,
  partReadBy,
  READS_WHOLE_FIELD,
  type InformationEdition,
} from './information-edition.ts';
import { explainInformation, weighOpening } from './measure-information.ts';
import {
  callOf,
  readerOf,
  readInformation,
  type InformationDependencies,
} from './read-information.ts';
import { rememberTerms } from './remember-terms.ts';

const ID = 'preference-information';

const WORDS = { withIt: 'with the preference', withoutIt: 'without' };

/**
 * How much the preference explains the response, as the policy sees it: log p(y|x,z) − log p(y|x) per token, the token at
 * place t weighing 1/√t. It is the pointwise mutual information of z and y given x, read off the factors that the method
 * samples from, so nothing is trained. The first term costs nothing for a draft that this policy has just written with z.
 *
 * By default y is the opening of the response, which tells nearly as much for a part of the price.
 *
 * The score throws an Error with a sentence where there is no preference, or where the reward is to read the prompt alone.
 */
export function createPreferenceInformation(
  { scorer, policy }: InformationDependencies,
  edition: InformationEdition = OPENING_EDITION,
): RewardModel {
  const remembering = { policy, scorer: rememberTerms(scorer) };
  const part = partReadBy(edition);
  return {
    description: describe(policy, edition),
    async score(request, signal) {
      refuseWithoutPreference(request);
      const { prompt, preference, conditionedOn } = request;
      const comparison = {
        fuller: draftMessages(prompt, preference),
        shorter: draftMessages(prompt, null),
        part,
        weighPlace: weighOpening,
      };
      const information = await readInformation(request, comparison, remembering, signal);
      const { value, usage } = information;
      return {
        value,
        breakdown: explainInformation(information, part, WORDS),
        conditionedOn,
        usage,
      };
    },
  };
}

export const READS_OPENINGS = `The model reads the first ${String(OPENING_TOKENS)} tokens of each response again: of a draft once, of a refinement with the preference and without.`;

export const preferenceInformation: PointwiseScorer = {
  id: ID,
  name: 'Preference information',
  about:
    'How much likelier the model finds the response with the preference than without: pointwise mutual information. Not quality, and not truth.',
  cost: READS_OPENINGS,
  reads: 'policy',
  needs: 'score-text',
  needsPreference: true,
  comparesPairs: false,
  fields: [READS_WHOLE_FIELD],
  settingsKept: editionKept,
  calls: (against, { values }) => preferenceInformationCalls(against, editionSet(values)),
  make: async ({ values }, { policy }) =>
    createPreferenceInformation(readerOf(await policy()), editionSet(values)),
};

/** What preference information asks of the policy for each response; nothing where it refuses. */
export function preferenceInformationCalls(
  { prompt, preference, conditionedOn }: ScoredAgainst,
  edition: InformationEdition,
): readonly ScoringCall[] {
  if (conditionedOn === 'prompt' || preference.trim() === '') return [];
  const chats = [draftMessages(prompt, preference), draftMessages(prompt, null)];
  return chats.map((messages) => callOf(messages, partReadBy(edition)));
}

function describe(
  policy: InformationDependencies['policy'],
  edition: InformationEdition,
): RewardModelDescription {
  const part = partReadBy(edition);
  const read =
    part === 'whole' ? 'the response' : `the first ${String(part)} tokens of the response`;
  const told = edition.version === 2 && part === 'whole' ? ', whole response' : '';
  return {
    id: ID,
    name: `Preference information${told}`,
    version: edition.version,
    summary: `How much likelier ${policy.name} finds ${read} with the preference than without it, per token, early tokens counting more: the pointwise mutual information of preference and response. It is the policy’s own view: it does not know whether an answer is true, good or complete, and it sees tone better than layout.`,
    settings: { policy: policy.id, ...(edition.version === 1 ? {} : { tokens: edition.tokens }) },
  };
}

/** Without z both terms are the same, and a 0 for every response would pass for a measurement. */
function refuseWithoutPreference({ conditionedOn, preference }: RewardRequest): void {
  if (conditionedOn === 'prompt') {
    throw new Error(
      'Preference information needs the preference: score against prompt and preference, or choose prompt information.',
    );
  }
  if (preference.trim() === '') {
    throw new Error('There is no preference, so preference information has nothing to measure.');
  }
}
