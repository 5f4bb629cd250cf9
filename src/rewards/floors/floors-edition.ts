import * as z from 'zod/mini';
import { draftMessages, type ScoringCall } from '../../core/index.ts';
import { callOf } from '../preference-information/information-edition.ts';
import type { ScoredAgainst } from '../scorer-contract.ts';
import type { Setting } from '../scorer-settings.ts';
import floors from './answer-floors.json' with { type: 'json' };

/**
 * Which floors: edition 1 held an answer against nothing to tell whether it is about the prompt, edition 2 against the
 * preference alone too, since an answer to another question gains by the preference as well.
 */
export type FloorsEdition = 1 | 2;

export const LATEST_FLOORS: FloorsEdition = 2;

/** The floors that a run goes on with; null for none, as before there were any. */
export const FLOORS: Setting<FloorsEdition | null> = {
  id: 'blendFloors',
  schema: z.nullable(z.literal([1, 2])),
  usual: LATEST_FLOORS,
};

/** The chats without the prompt that a response is read after to tell whether it is about the prompt. */
export function chatsWithoutPrompt(preference: string, edition: FloorsEdition) {
  return edition === 1 ? [[]] : [[], draftMessages(preference, null)];
}

/** What the floors ask of the policy beside preference information: the opening without the prompt, for some responses. */
export function answerFloorsCalls(
  { preference }: ScoredAgainst,
  edition: FloorsEdition,
): readonly ScoringCall[] {
  return chatsWithoutPrompt(preference, edition).map((messages) =>
    callOf(messages, floors.aboutness.tokens),
  );
}
