import { z } from 'zod';
import { ARM_KINDS, type ArmKind } from '../../../core/index.ts';
import {
  POINTWISE_SCORERS,
  readSettingValues,
  type SettingValues,
} from '../../../rewards/index.ts';
import { FIRST_FORM, MOST_BUDGET, MOST_LAYERS, MOST_SEED, type RunForm } from './run-form.ts';

const wholeNumber = (most: number) => z.int().min(0).max(most);
const MOST_TOKENS = 2048;

const formShape = z.object({
  prompt: z.string(),
  preference: z.string(),
  conditionedOn: z.enum(['prompt', 'prompt-and-preference']),
  scoreBothWays: z.boolean(),
  split: z
    .array(wholeNumber(MOST_BUDGET))
    .min(1)
    .max(MOST_LAYERS + 1)
    .refine((parts) => isBudget(parts.reduce((total, part) => total + part, 0))),
  arms: z.array(z.custom<ArmKind>((value) => ARM_KINDS.some((kind) => kind === value))),
  controls: z.array(z.enum(['pick-longest', 'pick-at-random'])),
  sampling: z.object({
    temperature: z.number().min(0).max(2),
    topP: z.number().gt(0).max(1),
    topK: wholeNumber(200),
    presencePenalty: z.number().min(-2).max(2),
    maxTokens: z.int().min(1).max(MOST_TOKENS),
  }),
  feedbackMaxTokens: z.int().min(1).max(MOST_TOKENS),
  seed: wholeNumber(MOST_SEED),
  prompts: z.object({
    feedback: z.string(),
    refinement: z.string(),
    refinementWithoutFeedback: z.string(),
  }),
  scorerId: z
    .string()
    .refine((id) => POINTWISE_SCORERS.some((scorer) => scorer.id === id))
    .nullable()
    .catch(FIRST_FORM.scorerId),
  scorerValues: z.custom<SettingValues>().transform(readSettingValues),
});

/** Earlier versions of the page kept what is set of the scorers in the form itself. */
const formSchema = z
  .looseObject({ scorerValues: z.unknown().optional() })
  .transform((kept) => ({ ...kept, scorerValues: kept.scorerValues ?? kept }))
  .pipe(formShape);

/** A form that was kept by this or an earlier version of the page; null where it isn't one any more. */
export function readForm(kept: unknown): RunForm | null {
  const result = formSchema.safeParse(kept);
  return result.success ? result.data : null;
}

function isBudget(sum: number): boolean {
  return sum >= 1 && sum <= MOST_BUDGET;
}
