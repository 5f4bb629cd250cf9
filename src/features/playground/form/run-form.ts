import * as z from 'zod/mini';
import {
  ARM_KINDS,
  ARM_TRAITS,
  type ArmKind,
  type Conditioning,
  type ControlKind,
  defaultSplit,
  FIRST_ARMS,
  makeArm,
  MODEL_SETTINGS,
  type ModelSettings,
  refines,
  type RunHeader,
  type RunPlan,
  type Split,
} from '../../../core/index.ts';
import {
  corrects,
  fieldProblems,
  findScorer,
  POINTWISE_SCORERS,
  READING_CORRECTION,
  readSettingValues,
  type ScorerSettings,
  settingsOf,
  type SettingValues,
  valueOf,
} from '../../../rewards/index.ts';

/** What a person has set up, run or not yet. */
export interface RunForm extends ModelSettings {
  /** x */
  readonly prompt: string;
  /** z */
  readonly preference: string;
  readonly conditionedOn: Conditioning;
  readonly scoreBothWays: boolean;
  /** Of the arms whose split is free; sums to the budget N. */
  readonly split: Split;
  readonly arms: readonly ArmKind[];
  readonly controls: readonly ControlKind[];
  readonly seed: number;
  /** The scorer that chooses anchors and winners; null for the one that suits the model. */
  readonly scorerId: string | null;
  /** What is set of the scorers, whichever is chosen. */
  readonly scorerValues: SettingValues;
}

export const MOST_BUDGET = 128;
export const MOST_LAYERS = 7;
export const MOST_SEED = 2 ** 31 - 1;

export const FIRST_FORM: RunForm = {
  prompt: 'What are the benefits of walking every day?',
  preference: 'Answer in three short sentences, in plain words.',
  conditionedOn: 'prompt-and-preference',
  scoreBothWays: false,
  split: defaultSplit(8, 1),
  arms: FIRST_ARMS,
  controls: ['pick-longest', 'pick-at-random'],
  ...MODEL_SETTINGS.small,
  seed: 42,
  scorerId: null,
  scorerValues: {},
};

function budgetOf(form: RunForm): number {
  return form.split.reduce((total, part) => total + part, 0);
}

/** The plan that a form asks for, its arms in the order of method.md with PRS first: the hero, then what it is compared with. */
export function planOf(form: RunForm): RunPlan {
  const budget = budgetOf(form);
  return {
    prompt: form.prompt.trim(),
    preference: form.preference.trim(),
    budget,
    arms: ARM_ORDER.filter((kind) => form.arms.includes(kind)).map((kind) =>
      makeArm(kind, budget, form.split),
    ),
    sampling: form.sampling,
    feedbackMaxTokens: form.feedbackMaxTokens,
    seed: form.seed,
    conditionedOn: form.conditionedOn,
    scoreBothWays: form.scoreBothWays,
    prompts: form.prompts,
  };
}

const ARM_ORDER: readonly ArmKind[] = [
  ...ARM_KINDS.filter(refines),
  ...ARM_KINDS.filter((kind) => !refines(kind)),
];

/** Why the form can't be run yet, each a sentence that says what to do; empty where it can. */
export function problemsOf(form: RunForm, hasModel: boolean): readonly string[] {
  return [
    ...(hasModel ? [] : ['Choose a model: the line under “Model” says what is missing.']),
    ...(form.prompt.trim() === '' ? ['Write a prompt first: what should be answered?'] : []),
    ...lengthProblems(form),
    ...scorerProblems(form),
    ...(form.arms.length === 0 ? ['Choose at least one arm to run.'] : []),
  ];
}

/** Far beyond what a model's context holds, and a run keeps each text once for every response that read it. */
export const LONGEST_TEXT = 100_000;

function lengthProblems({ prompt, preference, prompts }: RunForm): readonly string[] {
  const texts: readonly (readonly [string, string])[] = [
    ['prompt', prompt],
    ['preference', preference],
    ['feedback prompt', prompts.feedback],
    ['feedback prompt on two answers', prompts.feedbackOnTwo ?? ''],
    ['refinement prompt', prompts.refinement],
    ['refinement prompt without feedback', prompts.refinementWithoutFeedback],
    ...Object.values(prompts.example ?? {}).map((text) => ['worked example', text] as const),
  ];
  return texts
    .filter(([, text]) => text.length > LONGEST_TEXT)
    .map(([name]) => `Shorten the ${name}: a run keeps at most 100,000 characters of it.`);
}

function scorerProblems({ scorerId, scorerValues }: RunForm): readonly string[] {
  const scorer = scorerId === null ? null : findScorer(scorerId);
  return fieldProblems(scorer?.fields ?? [], scorerValues);
}

/** The form that a stored run was made from, as far as its header tells. */
export function formOf({ plan, rewardModel }: RunHeader, current: RunForm): RunForm {
  const scorer = settingsOf(rewardModel, scorerSettings(current));
  const refining = plan.arms.find(({ kind }) => ARM_TRAITS[kind].split === 'free');
  return {
    ...current,
    prompt: plan.prompt,
    preference: plan.preference,
    conditionedOn: plan.conditionedOn,
    scoreBothWays: plan.scoreBothWays,
    split: refining?.split ?? defaultSplit(plan.budget, 1),
    arms: plan.arms.map(({ kind }) => kind),
    sampling: plan.sampling,
    feedbackMaxTokens: plan.feedbackMaxTokens,
    seed: plan.seed,
    prompts: plan.prompts,
    scorerId: rewardModel.id,
    scorerValues: readSettingValues(scorer.values),
  };
}

/** The same where every value of it can be used here; else null. */
export function setUpOfRun(run: RunHeader, current: RunForm): RunForm | null {
  return readForm(formOf(run, current));
}

/** What the form says of every scorer, whichever it chooses. */
export function scorerSettings(form: RunForm): ScorerSettings {
  const { scorerValues, preference, seed } = form;
  if (corrects(valueOf(scorerValues, READING_CORRECTION), preference)) {
    return { values: scorerValues, seed };
  }
  // What was said of another preference is not kept with a run of this one.
  const others = Object.entries(scorerValues).filter(([id]) => id !== READING_CORRECTION.id);
  return { values: Object.fromEntries(others), seed };
}

const wholeNumber = (most: number) => z.int().check(z.minimum(0), z.maximum(most));
const MOST_TOKENS = 2048;

export const formShape = z.object({
  prompt: z.string(),
  preference: z.string(),
  conditionedOn: z.enum(['prompt', 'prompt-and-preference']),
  scoreBothWays: z.boolean(),
  split: z.array(wholeNumber(MOST_BUDGET)).check(
    z.minLength(1),
    z.maxLength(MOST_LAYERS + 1),
    z.refine((parts) => isBudget(parts.reduce((total, part) => total + part, 0))),
  ),
  arms: z
    .array(z.custom<ArmKind>((value) => ARM_KINDS.some((kind) => kind === value)))
    .check(z.refine((arms) => new Set(arms).size === arms.length)),
  controls: z.array(z.enum(['pick-longest', 'pick-at-random'])),
  sampling: z.object({
    temperature: z.number().check(z.minimum(0), z.maximum(2)),
    topP: z.number().check(z.gt(0), z.maximum(1)),
    topK: wholeNumber(200),
    presencePenalty: z.number().check(z.minimum(-2), z.maximum(2)),
    maxTokens: z.int().check(z.minimum(1), z.maximum(MOST_TOKENS)),
  }),
  feedbackMaxTokens: z.int().check(z.minimum(1), z.maximum(MOST_TOKENS)),
  seed: wholeNumber(MOST_SEED),
  prompts: z.object({
    feedback: z.string(),
    feedbackOnTwo: z.exactOptional(z.string()),
    refinement: z.string(),
    refinementWithoutFeedback: z.string(),
    layout: z.exactOptional(z.enum(['chat', 'one-turn'])),
    example: z.exactOptional(
      z.object({
        prompt: z.string(),
        preference: z.string(),
        response: z.string(),
        feedback: z.string(),
        refinement: z.string(),
      }),
    ),
  }),
  scorerId: z.catch(
    z.nullable(
      z.string().check(z.refine((id) => POINTWISE_SCORERS.some((scorer) => scorer.id === id))),
    ),
    FIRST_FORM.scorerId,
  ),
  scorerValues: z.pipe(
    z.custom<SettingValues>(),
    z.transform((kept: SettingValues) => readSettingValues(kept)),
  ),
});

/** Earlier versions of the page kept what is set of the scorers in the form itself. */
const formSchema = z.pipe(
  z.pipe(
    z.looseObject({ scorerValues: z.optional(z.unknown()) }),
    z.transform((kept) => ({ ...kept, scorerValues: kept.scorerValues ?? kept })),
  ),
  formShape,
);

/** A form that was kept by this or an earlier version of the page; null where it isn't one any more. */
export function readForm(kept: unknown): RunForm | null {
  const result = formSchema.safeParse(kept);
  return result.success ? result.data : null;
}

function isBudget(sum: number): boolean {
  return sum >= 1 && sum <= MOST_BUDGET;
}
