import * as z from 'zod/mini';
import {
  MODEL_SETTINGS,
  type ModelSettings,
  type ModelSize,
  type RunPlan,
} from '../../../core/index.ts';
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

/**
 * A set-up as it compares with a run's: settings that either leaves to its model are the same, though the two models be of other
 * sizes.
 */
export function formBeside(run: RunPlan, form: RunForm, size: ModelSize): RunForm {
  const own = keptOf(form, size);
  const isLeft = (setting: keyof ModelSettings): boolean =>
    own[setting] === null &&
    Object.values(MODEL_SETTINGS).some((suited) => isSame(run[setting], suited[setting]));
  return {
    ...form,
    ...(isLeft('sampling') && { sampling: run.sampling }),
    ...(isLeft('feedbackMaxTokens') && { feedbackMaxTokens: run.feedbackMaxTokens }),
    ...(isLeft('prompts') && { prompts: run.prompts }),
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

/** What a person has set up, and what they had before they took over what a link or a run brought and changed it. */
export interface OwnForms {
  readonly form: KeptForm;
  readonly before: KeptForm | null;
}

/** What the browser is to keep; plain data. */
export function writeKeptForm({ form, before }: OwnForms): unknown {
  return { ...form, ...(before === null ? {} : { before }), version: VERSION };
}

/** What was kept by this or an earlier version of the page; null where it can't be used any more. */
export function readKeptForm(value: unknown): OwnForms | null {
  const form = readOwnForm(value);
  if (form === null) return null;
  const { data } = beforeShape.safeParse(value);
  return { form, before: data?.before ?? null };
}

const beforeShape = z.object({ before: keptShape });

function readOwnForm(value: unknown): KeptForm | null {
  if (versionShape.safeParse(value).success) {
    const result = keptShape.safeParse(value);
    return result.success ? result.data : null;
  }
  const earlier = readForm(value);
  // Every model began with these then, so what equals them was nobody's choice.
  return earlier === null ? null : keptOf(earlier, 'larger');
}
