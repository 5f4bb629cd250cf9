export { preferenceInformationCalls, promptInformationCalls } from './calls.ts';
export {
  EDITION,
  editionKept,
  editionSet,
  OPENING_EDITION,
  OPENING_TOKENS,
  partReadBy,
  READS_WHOLE,
  READS_WHOLE_FIELD,
  WHOLE_EDITION,
  type InformationEdition,
  type ReadPart,
} from './edition.ts';
export {
  createPreferenceInformation,
  preferenceInformation,
  READS_OPENINGS,
} from './preference-information.ts';
export { createPromptInformation, promptInformation } from './prompt-information.ts';
export { readerOf, type InformationDependencies } from './read-information.ts';
