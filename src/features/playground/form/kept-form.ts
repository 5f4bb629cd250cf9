import * as z from 'zod/mini';
import { MODEL_SETTINGS, type ModelSettings, type ModelSize } from '../../../core/index.ts';
import { FIRST_FORM, formShape, readForm, type RunForm } from './run-form.ts';

/**
 * What a person has set up, whichever model it is for: null where they left it to the model, so that another model brings its
 * own.
 */
export type KeptForm = Omit<RunForm, keyof ModelSettings> & {
  readonly [Setting in keyof ModelSettings]: ModelSettings[Setting] | null;
};

export const FIRST_KEPT_FORM: KeptForm = {
  ...FIRST_FORM,
  ...{ sampling: null, feedbackMaxTokens: null, prompts: null },
};

/** The set-up for a model of this size. */
export function formFor(kept: KeptForm, size: ModelSize): RunForm {
  const suited = MODEL_SETTINGS[size];
  return {
    ...kept,
    sampling: kept.sampling ?? suited.sampling,
    feedbackMaxTokens: kept.feedbackMaxTokens ?? suited.feedbackMaxTokens,
    prompts: kept.prompts ?? suited.prompts,
  };
}

/** What of a set-up is the person's own, and not what suits a model of this size. */
export function keptOf(form: RunForm, size: ModelSize): KeptForm {
  const suited = MODEL_SETTINGS[size];
  return {
    ...form,
    sampling: isSame(form.sampling, suited.sampling) ? null : form.sampling,
    feedbackMaxTokens:
      form.feedbackMaxTokens === suited.feedbackMaxTokens ? null : form.feedbackMaxTokens,
    prompts: isSame(form.prompts, suited.prompts) ? null : form.prompts,
  };
}

/** Whether a set-up is the one that a first visit begins with. */
export function isFirstForm(form: RunForm, size: ModelSize): boolean {
  return isSame(keptOf(form, size), FIRST_KEPT_FORM);
}

/** Whether two plain values say the same, whatever the order of their keys. */
export function isSame(one: unknown, other: unknown): boolean {
  return inOrder(one) === inOrder(other);
}

function inOrder(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    isPlain(part) ? Object.fromEntries(Object.entries(part).toSorted(byKey)) : part,
  );
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function byKey([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}

/** Tells what is written today from what was written before settings could be left to the model. */
const VERSION = 2;

const versionShape = z.object({ version: z.literal(VERSION) });

export const keptShape = z.extend(formShape, {
  sampling: z.nullable(formShape.shape.sampling),
  feedbackMaxTokens: z.nullable(formShape.shape.feedbackMaxTokens),
  prompts: z.nullable(formShape.shape.prompts),
});

/** What the browser is to keep; plain data. */
export function writeKeptForm(form: KeptForm): unknown {
  return { ...form, version: VERSION };
}

/** A form that was kept by this or an earlier version of the page; null where it isn't one any more. */
export function readKeptForm(value: unknown): KeptForm | null {
  if (versionShape.safeParse(value).success) {
    const result = keptShape.safeParse(value);
    return result.success ? result.data : null;
  }
  const earlier = readForm(value);
  // Every model began with these then, so what equals them was nobody's choice.
  return earlier === null ? null : keptOf(earlier, 'larger');
}
