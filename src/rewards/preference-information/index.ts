export { preferenceInformationCalls, promptInformationCalls } from './calls.ts';
export {
  editionOf,
  OPENING_EDITION,
  OPENING_TOKENS,
  partReadBy,
  WHOLE_EDITION,
  type InformationEdition,
  type ReadPart,
} from './edition.ts';
export { createPreferenceInformation } from './preference-information.ts';
export { createPromptInformation } from './prompt-information.ts';
export type { InformationDependencies } from './read-information.ts';
