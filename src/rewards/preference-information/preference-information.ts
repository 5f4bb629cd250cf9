import { draftMessages, type RewardModel, type RewardRequest } from '../../core/index.ts';
import { explainInformation } from './explain-information.ts';
import { weighOpening } from './information.ts';
import { readInformation, type InformationDependencies } from './read-information.ts';
import { rememberTerms } from './remember-terms.ts';

const WORDS = { withIt: 'with the preference', withoutIt: 'without' };

/**
 * How much the preference explains the response, as the policy sees it: log p(y|x,z) − log p(y|x) per token, the token at
 * place t weighing 1/√t. It is the pointwise mutual information of z and y given x, read off the factors that the method
 * samples from, so nothing is trained. The first term costs nothing for a draft that this policy has just written with z.
 *
 * The score throws an Error with a sentence where there is no preference, or where the reward is to read the prompt alone.
 */
export function createPreferenceInformation(dependencies: InformationDependencies): RewardModel {
  const { policy } = dependencies;
  const remembering = { policy, scorer: rememberTerms(dependencies.scorer) };
  return {
    description: {
      id: 'preference-information',
      name: 'Preference information',
      version: 1,
      summary: `How much likelier ${policy.name} finds the response with the preference than without it, per token, early tokens counting more: the pointwise mutual information of preference and response. It is the policy’s own view: it does not know whether an answer is true, good or complete, and it sees tone better than layout.`,
      settings: { policy: policy.id },
    },
    async score(request, signal) {
      refuseWithoutPreference(request);
      const { prompt, preference, conditionedOn } = request;
      const comparison = {
        fuller: draftMessages(prompt, preference),
        shorter: draftMessages(prompt, null),
        weighPlace: weighOpening,
      };
      const information = await readInformation(request, comparison, remembering, signal);
      const breakdown = explainInformation(information, WORDS);
      return { value: information.value, breakdown, conditionedOn };
    },
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
