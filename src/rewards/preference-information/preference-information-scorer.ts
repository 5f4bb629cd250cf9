import { draftMessages, late, type ScoringCall } from '../../core/index.ts';
import type { PointwiseScorer, ScoredAgainst } from '../scorer-contract.ts';
import {
  callOf,
  editionKept,
  editionSet,
  OPENING_TOKENS,
  partReadBy,
  READS_WHOLE_FIELD,
  type InformationEdition,
} from './information-edition.ts';

const code = late('Preference information', () => import('./preference-information.ts'));

export const READS_OPENINGS = `The model reads the first ${String(OPENING_TOKENS)} tokens of each response again: of a draft once, of a refinement with the preference and without.`;

export const preferenceInformation: PointwiseScorer = {
  id: 'preference-information',
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
  code,
  make: async ({ values }, { policy }) =>
    (await code.load()).preferenceInformationBy(await policy(), editionSet(values)),
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
