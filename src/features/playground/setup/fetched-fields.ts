/** The folded fields of the set-up, fetched together when one of them is opened. */
export { PromptTemplateFields } from './prompt-template-fields.tsx';
export { SamplingFields } from './sampling-fields.tsx';
