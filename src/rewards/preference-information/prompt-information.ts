import { draftMessages, type RewardModel, type ScoringCall } from '../../core/index.ts';
import type { PointwiseScorer, ScoredAgainst } from '../scorer-contract.ts';
import { explainInformation, weighAlike } from './measure-information.ts';
import {
  callOf,
  readerOf,
  readInformation,
  type InformationDependencies,
} from './read-information.ts';
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

export const promptInformation: PointwiseScorer = {
  id: ID,
  name: 'Prompt information',
  about:
    'How much likelier the model finds the response after the prompt than out of nowhere: whether it is about what was asked.',
  cost: 'The model reads each response once more without the prompt, a refinement twice: as long as writing it.',
  reads: 'policy',
  needs: 'score-text',
  comparesPairs: false,
  calls: promptInformationCalls,
  make: async (_, { policy }) => createPromptInformation(readerOf(await policy())),
};

/** What prompt information asks of the policy for each response. */
function promptInformationCalls({
  prompt,
  preference,
  conditionedOn,
}: ScoredAgainst): readonly ScoringCall[] {
  const fuller = draftMessages(prompt, conditionedOn === 'prompt' ? null : preference);
  return [fuller, []].map((messages) => callOf(messages, 'whole'));
}
