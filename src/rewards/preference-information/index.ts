export { createPreferenceInformation } from './preference-information.ts';
export { createPromptInformation } from './prompt-information.ts';
export type { InformationDependencies } from './read-information.ts';
