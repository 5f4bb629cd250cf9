import { draftMessages, late, type ScoringCall } from '../../core/index.ts';
import type { PointwiseScorer, ScoredAgainst } from '../scorer-contract.ts';
import { callOf } from './information-edition.ts';

const code = late('Prompt information', () => import('./prompt-information.ts'));

export const promptInformation: PointwiseScorer = {
  id: 'prompt-information',
  name: 'Prompt information',
  about:
    'How much likelier the model finds the response after the prompt than out of nowhere: whether it is about what was asked.',
  cost: 'The model reads each response once more without the prompt, a refinement twice: as long as writing it.',
  reads: 'policy',
  needs: 'score-text',
  comparesPairs: false,
  calls: promptInformationCalls,
  code,
  make: async (_, { policy }) => (await code.load()).promptInformationBy(await policy()),
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
