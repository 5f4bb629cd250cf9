import * as z from 'zod/mini';
import { PlainError } from '../scripts/terminal/plain-error.mjs';
import {
  ARM_KINDS,
  ARM_TRAITS,
  defaultSplit,
  FIRST_ARMS,
  makeArm,
  MODEL_SETTINGS,
  type Arm,
  type ArmKind,
} from '../src/core/index.ts';
import { LIMITS } from '../src/storage/schema/run-size-limits.ts';
import type { SharedPlan } from '../src/studies/index.ts';

/** As on the page: far beyond what a model's context holds. */
const LONGEST_TEXT = 100_000;
const MOST_TOKENS = 2048;
const MOST_SEED = 2 ** 31 - 1;

export const textShape = z.string().check(z.maxLength(LONGEST_TEXT));

/** x: what is asked. */
export const promptShape = textShape.check(
  z.refine((text) => text.trim() !== '', { error: 'a text that asks something' }),
);

export const seedShape = z.int().check(z.minimum(0), z.maximum(MOST_SEED));

const countShape = z.int().check(z.minimum(0), z.maximum(LIMITS.budget));
const splitShape = z.array(countShape).check(z.minLength(1), z.maxLength(LIMITS.layers));
const tokensShape = z.int().check(z.minimum(1), z.maximum(MOST_TOKENS));
const kindShape = z.enum(ARM_KINDS);
const ofSplitShape = z.strictObject({ kind: kindShape, split: splitShape });

type AskedArm = ArmKind | z.output<typeof ofSplitShape>;

const armShape = z.custom<AskedArm>(
  (value) => kindShape.safeParse(value).success || ofSplitShape.safeParse(value).success,
  {
    error: `one of ${ARM_KINDS.map((kind) => `"${kind}"`).join(', ')}, or one with its split, as {"kind": "prs", "split": [4, 4]},`,
  },
);

/** What plans and studies say beside their prompts. All of it may be left out: it is then as on the page. */
export const SETTINGS = {
  /** Strategies; one of a free split may bring its own. */
  arms: z.exactOptional(z.array(armShape).check(z.minLength(1), z.maxLength(LIMITS.arms))),
  /** N: responses of each arm. */
  budget: z.exactOptional(z.int().check(z.minimum(1), z.maximum(LIMITS.budget))),
  /** `[N0, N1, …]` of the arms whose split is free and that bring none. */
  split: z.exactOptional(splitShape),
  /** Whose usual settings the others begin with: a model of a few hundred million weights follows an example and no long chat. */
  modelSize: z.exactOptional(z.enum(['small', 'larger'])),
  sampling: z.exactOptional(
    z.strictObject({
      temperature: z.exactOptional(z.number().check(z.minimum(0), z.maximum(2))),
      topP: z.exactOptional(z.number().check(z.gt(0), z.maximum(1))),
      topK: z.exactOptional(z.int().check(z.minimum(0), z.maximum(200))),
      presencePenalty: z.exactOptional(z.number().check(z.minimum(-2), z.maximum(2))),
      maxTokens: z.exactOptional(tokensShape),
    }),
  ),
  feedbackMaxTokens: z.exactOptional(tokensShape),
  conditionedOn: z.exactOptional(z.enum(['prompt', 'prompt-and-preference'])),
  scoreBothWays: z.exactOptional(z.boolean()),
  templates: z.exactOptional(
    z.strictObject({
      feedback: textShape,
      feedbackOnTwo: z.exactOptional(textShape),
      refinement: textShape,
      refinementWithoutFeedback: textShape,
      layout: z.exactOptional(z.enum(['chat', 'one-turn'])),
      example: z.exactOptional(
        z.strictObject({
          prompt: textShape,
          preference: textShape,
          response: textShape,
          feedback: textShape,
          refinement: textShape,
        }),
      ),
    }),
  ),
  /** Id of the scorer that chooses anchors and winners. */
  scorer: z.exactOptional(z.string()),
} as const;

export type PlanSettings = z.output<z.ZodMiniObject<typeof SETTINGS>>;

const USUAL_BUDGET = 8;

/**
 * The settings with all that was left out.
 *
 * @throws PlainError where budget, split and arms contradict each other
 */
export function sharedPlan(settings: PlanSettings, owner: string): SharedPlan {
  const { sampling, feedbackMaxTokens, prompts } = MODEL_SETTINGS[settings.modelSize ?? 'larger'];
  const budget = budgetOf(settings, owner);
  return {
    budget,
    arms: armsOf(settings, budget, owner),
    sampling: { ...sampling, ...settings.sampling },
    feedbackMaxTokens: settings.feedbackMaxTokens ?? feedbackMaxTokens,
    conditionedOn: settings.conditionedOn ?? 'prompt-and-preference',
    scoreBothWays: settings.scoreBothWays ?? false,
    prompts: settings.templates ?? prompts,
  };
}

function budgetOf({ budget, split, arms }: PlanSettings, owner: string): number {
  const [own = null] = arms?.flatMap((arm) => (typeof arm === 'string' ? [] : [arm.split])) ?? [];
  const asked = budget ?? sumOf(split ?? own ?? [USUAL_BUDGET]);
  if (asked > 0) return asked;
  throw new PlainError(`${owner} asks for no responses: a split sums to the budget, 1 at least.`);
}

function armsOf(settings: PlanSettings, budget: number, owner: string): readonly Arm[] {
  const usual = settings.split ?? defaultSplit(budget, 1);
  const arms: Arm[] = [];
  for (const asked of settings.arms ?? FIRST_ARMS) {
    const { kind, split } = typeof asked === 'string' ? { kind: asked, split: usual } : asked;
    const arm = armOf(kind, split, budget, owner);
    const isKnown = arms.some(({ id }) => id === kind);
    // As arms are called that a run gets later.
    const id = isKnown ? [kind, ...arm.split].join('-') : kind;
    if (arms.some((other) => isSameArm(other, arm))) {
      throw new PlainError(`${owner} names the arm ${kind} ${arm.split.join('/')} twice.`);
    }
    arms.push({ ...arm, id });
  }
  return arms;
}

function armOf(kind: ArmKind, split: readonly number[], budget: number, owner: string): Arm {
  if (sumOf(split) === budget) return makeArm(kind, budget, split);
  throw new PlainError(
    `${owner} has a budget of ${String(budget)}, and the split ${split.join('/')} of ${ARM_TRAITS[kind].name} doesn’t sum to it.`,
  );
}

function isSameArm(one: Arm, other: Arm): boolean {
  return one.kind === other.kind && one.split.join('/') === other.split.join('/');
}

function sumOf(split: readonly number[]): number {
  return split.reduce((total, part) => total + part, 0);
}
