import { MODEL_SETTINGS, type ModelSize, type PromptTemplates } from '../../../core/index.ts';
import { isSame } from '../form/kept-form.ts';

/** The sizes of models that prompts are shipped for. */
export const MODEL_SIZES: readonly { readonly size: ModelSize; readonly name: string }[] = [
  { size: 'small', name: 'small models' },
  { size: 'larger', name: 'larger models' },
];

/** Whether these are the prompts that are shipped for models of that size. */
export function isShipped(prompts: PromptTemplates, size: ModelSize): boolean {
  return isSame(prompts, MODEL_SETTINGS[size].prompts);
}

/** What the prompts are, in a word or two. */
export function summaryOfPrompts(prompts: PromptTemplates): string {
  const shipped = MODEL_SIZES.find(({ size }) => isShipped(prompts, size));
  return shipped === undefined ? 'edited' : `for ${shipped.name}`;
}
