import * as z from 'zod/mini';
import { ARM_KINDS, type ArmKind, defaultSplit } from '../../../core/index.ts';
import { POINTWISE_SCORERS } from '../../../rewards/index.ts';
import {
  type BuiltInPrompt,
  chooseBuiltIn,
  firstPrompts,
  PROMPT_KINDS,
  type PromptKind,
  type ReadPrompts,
  type ReadPromptSet,
  readTypedPrompts,
  type StudySetUp,
  withSharedPreferences,
} from '../../../studies/index.ts';
import type { PlaygroundSetUp } from './study-tools.ts';

/** Where the prompts of a study come from. */
export const PROMPT_SOURCES = ['typed', 'built-in', 'file'] as const;

export type PromptSource = (typeof PROMPT_SOURCES)[number];

/** What a person has set up of a study, as it is typed. What is said of one source of prompts stays while another is chosen. */
export interface StudyForm {
  readonly name: string;
  readonly source: PromptSource;
  /** Typed: a prompt a line. */
  readonly prompts: string;
  /** A preference a line, for what is typed and for rows of a file that bring none. */
  readonly preferences: string;
  /** Of the built-in set. */
  readonly kinds: readonly PromptKind[];
  /** Of the built-in set, how many prompts at most. */
  readonly builtInCount: number;
  /** Of a file, how many prompts at most. */
  readonly fileCount: number;
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
/** Prompts of the built-in set. */
export const MOST_BUILT_IN = 64;
/** Prompts of a file: a study has no more runs. */
export const MOST_OF_FILE = 10_000;

/** What a study begins with. */
export function firstStudyForm({ arms, split }: PlaygroundSetUp): StudyForm {
  const budget = split.reduce((sum, part) => sum + part, 0);
  return {
    ...{ name: '', prompts: '', preferences: '', arms, budget, ...FIRST_SOURCE },
    ...{ splits: split.join('/'), seeds: 1, scorerId: null },
  };
}

const FIRST_SOURCE = {
  source: 'typed',
  ...{ kinds: PROMPT_KINDS, builtInCount: 8, fileCount: MOST_OF_FILE },
} as const;

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
  // An earlier version of the page kept typed prompts alone.
  source: z.catch(z.enum(PROMPT_SOURCES), FIRST_SOURCE.source),
  prompts: z.string(),
  preferences: z.string(),
  kinds: z.catch(z.array(z.enum(PROMPT_KINDS)), [...PROMPT_KINDS]),
  builtInCount: z.catch(count(MOST_BUILT_IN), FIRST_SOURCE.builtInCount),
  fileCount: z.catch(count(MOST_OF_FILE), FIRST_SOURCE.fileCount),
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

/** What prompts are taken from beside what is typed. */
export interface PromptSets {
  /** Null until it is fetched. */
  readonly builtIn: readonly BuiltInPrompt[] | null;
  /** Null until one is chosen. */
  readonly file: ReadPromptSet | null;
}

/** The prompts that a form asks for, and in sentences what of them could not be read. */
export function promptsOfForm(form: StudyForm, { builtIn, file }: PromptSets): ReadPrompts {
  switch (form.source) {
    case 'typed':
      return readTypedPrompts(form);
    case 'built-in': {
      const { kinds, builtInCount: most } = form;
      return { prompts: chooseBuiltIn(builtIn ?? [], { kinds, count: most }), problems: [] };
    }
    case 'file':
      return withSharedPreferences(
        firstPrompts(file?.prompts ?? [], form.fileCount),
        form.preferences,
      );
  }
}

/** What to do where there are no prompts, by where they come from. */
export const HOW_TO_ASK: Readonly<Record<PromptSource, string>> = {
  typed: 'Write a prompt at least: what should be answered?',
  'built-in': 'Choose a kind of prompts at least.',
  file: 'Choose a file with a prompt at least.',
};

/** What is set up. @param prompts those that the form asks for */
export function setUpOfForm(
  { name, arms, budget, splits, seeds }: StudyForm,
  { prompts }: Pick<ReadPrompts, 'prompts'>,
  firstSeed: number,
): StudySetUp {
  return { name, prompts, arms, budget, splits, seeds, firstSeed };
}
