import { draftMessages, type Policy, type RewardModel } from '../../core/index.ts';
import { explainInformation, weighAlike } from './measure-information.ts';
import { readerOf, readInformation, type InformationDependencies } from './read-information.ts';
import { rememberTerms } from './remember-terms.ts';

const ID = 'prompt-information';

const WITHOUT = 'without it';

/**
 * How much the prompt explains the response, as the policy sees it: log p(y|x) − log p(y) per token. Where the reward reads x
 * joined with z it is log p(y|x,z) − log p(y): what prompt and preference explain together.
 */
export function createPromptInformation(dependencies: InformationDependencies): RewardModel {
  const { policy } = dependencies;
  const remembering = { policy, scorer: rememberTerms(dependencies.scorer) };
  return {
    description: {
      id: ID,
      name: 'Prompt information',
      version: 1,
      summary: `How much likelier ${policy.name} finds the response after the prompt than with no prompt at all, per token: the pointwise mutual information of prompt and response. High where the response is about what was asked; it does not know whether an answer is true, good or complete.`,
      settings: { policy: policy.id },
    },
    async score(request, signal) {
      const { prompt, preference, conditionedOn } = request;
      const withPreference = conditionedOn === 'prompt-and-preference' && preference.trim() !== '';
      const fuller = draftMessages(prompt, withPreference ? preference : null);
      const comparison = { fuller, shorter: [], part: 'whole', weighPlace: weighAlike } as const;
      const information = await readInformation(request, comparison, remembering, signal);
      const withIt = withPreference ? 'after prompt and preference' : 'after the prompt';
      const words = { withIt, withoutIt: WITHOUT };
      const breakdown = explainInformation(information, 'whole', words);
      return { value: information.value, breakdown, conditionedOn, usage: information.usage };
    },
  };
}

/** The same, read by a policy. */
export function promptInformationBy(policy: Policy): RewardModel {
  return createPromptInformation(readerOf(policy));
}
