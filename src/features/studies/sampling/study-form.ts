import * as z from 'zod/mini';
import { ARM_KINDS, type ArmKind, defaultSplit } from '../../../core/index.ts';
import { POINTWISE_SCORERS } from '../../../rewards/index.ts';
import { readTypedPrompts, type StudySetUp } from '../../../studies/index.ts';
import type { PlaygroundSetUp } from './study-tools.ts';

/** What a person has set up of a study, as it is typed. */
export interface StudyForm {
  readonly name: string;
  /** A prompt a line. */
  readonly prompts: string;
  /** A preference a line. */
  readonly preferences: string;
  readonly arms: readonly ArmKind[];
  /** N */
  readonly budget: number;
  /** "4/4, 2/6" */
  readonly splits: string;
  /** How many. */
  readonly seeds: number;
  /** Null for the playground's, or the one that suits the model. */
  readonly scorerId: string | null;
}

export const MOST_BUDGET = 128;
export const MOST_SEEDS = 100;

/** What a study begins with. */
export function firstStudyForm({ arms, split }: PlaygroundSetUp): StudyForm {
  const budget = split.reduce((sum, part) => sum + part, 0);
  return {
    ...{ name: '', prompts: '', preferences: '', arms, budget },
    ...{ splits: split.join('/'), seeds: 1, scorerId: null },
  };
}

/** The form with another N: a split that was nobody's choice is halved anew. */
export function withStudyBudget(form: StudyForm, budget: number): StudyForm {
  const isUsual = form.splits === usualSplit(form.budget);
  return { ...form, budget, splits: isUsual ? usualSplit(budget) : form.splits };
}

function usualSplit(budget: number): string {
  return defaultSplit(budget, 1).join('/');
}

const count = (most: number) => z.int().check(z.minimum(1), z.maximum(most));

const formShape = z.object({
  name: z.string(),
  prompts: z.string(),
  preferences: z.string(),
  arms: z.array(z.enum(ARM_KINDS)),
  budget: count(MOST_BUDGET),
  splits: z.string(),
  seeds: count(MOST_SEEDS),
  scorerId: z.nullable(
    z.string().check(z.refine((id) => POINTWISE_SCORERS.some((scorer) => scorer.id === id))),
  ),
});

/** A form that was kept by this or an earlier version of the page; `first` where it can't be used any more. */
export function readStudyForm(kept: unknown, first: StudyForm): StudyForm {
  const { success, data } = formShape.safeParse(kept);
  return success ? data : first;
}

/** What is set up, and what of its prompts can't be read, in sentences. */
export function setUpOfForm(
  form: StudyForm,
  firstSeed: number,
): { readonly setUp: StudySetUp; readonly problems: readonly string[] } {
  const { prompts, problems } = readTypedPrompts(form);
  const { name, arms, budget, splits, seeds } = form;
  return { setUp: { name, prompts, arms, budget, splits, seeds, firstSeed }, problems };
}
