import type { CatalogAssessment, KnownModel } from '../core/index.ts';
import type { ChosenModel } from './chosen-model.ts';
import { isSameSource, type ModelState } from './model-session.ts';

/** What is known of the chosen model before a run: all that it says of itself where it is in memory, else what the list says. */
export function knownModel(
  choice: ChosenModel | null,
  assessment: CatalogAssessment | null,
  inMemory: Extract<ModelState, { status: 'ready' }> | null,
): KnownModel {
  if (inMemory !== null && choice !== null && isSameSource(inMemory.choice, choice.source)) {
    const { contextTokens, chatTemplate } = inMemory.held.description;
    return { contextTokens, lacksChatTemplate: chatTemplate === 'chatml-assumed' };
  }
  const offer = assessment?.offers.find(({ id }) => id === choice?.offerId);
  return { contextTokens: offer?.contextTokens ?? null, lacksChatTemplate: false };
}
