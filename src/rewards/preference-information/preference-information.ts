import {
  draftMessages,
  type Policy,
  type RewardModel,
  type RewardModelDescription,
  type RewardRequest,
} from '../../core/index.ts';
import { OPENING_EDITION, partReadBy, type InformationEdition } from './information-edition.ts';
import { explainInformation, weighOpening } from './measure-information.ts';
import { readerOf, readInformation, type InformationDependencies } from './read-information.ts';
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

/** The same, read by a policy. */
export function preferenceInformationBy(policy: Policy, edition: InformationEdition): RewardModel {
  return createPreferenceInformation(readerOf(policy), edition);
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
