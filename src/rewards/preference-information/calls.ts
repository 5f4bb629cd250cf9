import { draftMessages, type RewardRequest, type ScoringCall } from '../../core/index.ts';
import { partReadBy, type InformationEdition, type ReadPart } from './edition.ts';

/** What a response is scored against, known before there is one. */
type Against = Pick<RewardRequest, 'prompt' | 'preference' | 'conditionedOn'>;

/** What preference information asks of the policy for each response; nothing where it refuses. */
export function preferenceInformationCalls(
  { prompt, preference, conditionedOn }: Against,
  edition: InformationEdition,
): readonly ScoringCall[] {
  if (conditionedOn === 'prompt' || preference.trim() === '') return [];
  const chats = [draftMessages(prompt, preference), draftMessages(prompt, null)];
  return chats.map((messages) => callOf(messages, partReadBy(edition)));
}

/** What prompt information asks of the policy for each response. */
export function promptInformationCalls({
  prompt,
  preference,
  conditionedOn,
}: Against): readonly ScoringCall[] {
  const fuller = draftMessages(prompt, conditionedOn === 'prompt' ? null : preference);
  return [fuller, []].map((messages) => callOf(messages, 'whole'));
}

function callOf(messages: ScoringCall['messages'], part: ReadPart): ScoringCall {
  return { messages, mostTokens: part === 'whole' ? null : part, freeWhereSampled: true };
}
