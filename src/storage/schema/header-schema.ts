import { z } from 'zod';
import {
  ARM_KINDS,
  CHAT_TEMPLATE_ORIGINS,
  ENGINE_NAMES,
  LAST_MOMENT,
  type Conditioning,
  type RunHeader,
  type SamplingSetting,
} from '../../core/index.ts';
import { LIMITS } from './run-size-limits.ts';

/**
 * Engines that kept runs name. `wllama` brought llama.cpp to the page before; `scripted` answered from a script, for tests.
 * Neither writes new runs.
 */
const engineSchema: z.ZodType<string> = z.enum([...ENGINE_NAMES, 'wllama', 'scripted']);

/** `satisfies` makes each list complete: a kind that the contract gains must be named here before it compiles. */
const SAMPLING_SETTINGS = {
  temperature: 'temperature',
  topP: 'topP',
  topK: 'topK',
  presencePenalty: 'presencePenalty',
  maxTokens: 'maxTokens',
} satisfies { [Setting in SamplingSetting]: Setting };

const CONDITIONINGS = {
  prompt: 'prompt',
  'prompt-and-preference': 'prompt-and-preference',
} satisfies { [Name in Conditioning]: Name };

export const conditioningSchema = z.enum(CONDITIONINGS);
export const textSchema = z.string().max(LIMITS.text);
export const nameSchema = z.string().max(LIMITS.name);
export const idSchema = z.string().min(1).max(LIMITS.name);

/** A run's id stands in the page's address as it is. */
const runIdSchema = z
  .string()
  .refine((id) => /^[\w-]{1,100}$/.test(id), { error: 'at most 100 letters, digits, - and _' });
export const momentSchema = z.number().min(0).max(LAST_MOMENT);
export const countSchema = z.int().min(0);

export const samplingSchema = z.object({
  temperature: z.number(),
  topP: z.number(),
  topK: z.number(),
  presencePenalty: z.number(),
  maxTokens: z.number(),
});

/** One arm of a plan. */
export const armSchema = z.object({
  id: idSchema,
  kind: z.enum(ARM_KINDS),
  split: z.array(countSchema).min(1).max(LIMITS.layers),
});

const planSchema = z.object({
  prompt: textSchema,
  preference: textSchema,
  budget: z.int().min(1).max(LIMITS.budget),
  arms: z.array(armSchema).max(LIMITS.arms),
  sampling: samplingSchema,
  feedbackMaxTokens: z.number(),
  seed: z.int(),
  conditionedOn: conditioningSchema,
  scoreBothWays: z.boolean(),
  prompts: z.object({
    feedback: textSchema,
    refinement: textSchema,
    refinementWithoutFeedback: textSchema,
    layout: z.enum(['chat', 'one-turn']).exactOptional(),
    example: z
      .object({
        prompt: textSchema,
        preference: textSchema,
        response: textSchema,
        feedback: textSchema,
        refinement: textSchema,
      })
      .exactOptional(),
  }),
});

const policySchema = z.object({
  id: idSchema,
  name: nameSchema,
  engine: engineSchema,
  device: nameSchema,
  contextTokens: z.number(),
  parallelism: z.number(),
  ignoredSettings: z.array(z.enum(SAMPLING_SETTINGS)).max(LIMITS.settings),
  logProbabilityOf: textSchema.nullable(),
  vocabularyTokens: countSchema.nullable().exactOptional(),
  chatTemplate: z.enum(CHAT_TEMPLATE_ORIGINS).exactOptional(),
  thoughtMarks: z
    .object({ opens: nameSchema, closes: nameSchema, begun: z.boolean() })
    .exactOptional(),
});

const settingsSchema = z
  .record(nameSchema, z.union([z.number(), textSchema, z.boolean()]))
  .refine((settings) => Object.keys(settings).length <= LIMITS.settings, {
    error: `a list of at most ${String(LIMITS.settings)} settings`,
  });

export const rewardModelSchema = z.object({
  id: idSchema,
  name: nameSchema,
  version: z.number(),
  summary: textSchema,
  settings: settingsSchema,
});

/** Reads a RunHeader; keys that it doesn't know are dropped. */
export const headerSchema = z.object({
  id: runIdSchema,
  name: nameSchema,
  createdAt: momentSchema,
  plan: planSchema,
  policy: policySchema,
  rewardModel: rewardModelSchema,
}) satisfies z.ZodType<RunHeader>;
