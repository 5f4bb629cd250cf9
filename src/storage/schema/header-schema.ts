import * as z from 'zod/mini';
import {
  ARM_KINDS,
  CHAT_TEMPLATE_ORIGINS,
  ENGINE_NAMES,
  FORCED_DECODINGS,
  LAST_MOMENT,
  SETTING_SUPPORTS,
  type Conditioning,
  type RunHeader,
  type SamplingSetting,
} from '../../core/index.ts';
import { LIMITS } from './run-size-limits.ts';

/**
 * Engines that kept runs name. `wllama` brought llama.cpp to the page before; `scripted` answered from a script, for tests.
 * Neither writes new runs.
 */
const engineSchema: z.ZodMiniType<string> = z.enum([...ENGINE_NAMES, 'wllama', 'scripted']);

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
export const textSchema = z.string().check(z.maxLength(LIMITS.text));
export const nameSchema = z.string().check(z.maxLength(LIMITS.name));
export const idSchema = z.string().check(z.minLength(1), z.maxLength(LIMITS.name));

/** A run's id stands in the page's address as it is. */
const runIdSchema = z
  .string()
  .check(
    z.refine((id) => /^[\w-]{1,100}$/.test(id), { error: 'at most 100 letters, digits, - and _' }),
  );
export const momentSchema = z.number().check(z.minimum(0), z.maximum(LAST_MOMENT));
export const countSchema = z.int().check(z.minimum(0));

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
  split: z.array(countSchema).check(z.minLength(1), z.maxLength(LIMITS.layers)),
});

export const planSchema = z.object({
  prompt: textSchema,
  preference: textSchema,
  budget: z.int().check(z.minimum(1), z.maximum(LIMITS.budget)),
  arms: z.array(armSchema).check(z.maxLength(LIMITS.arms)),
  sampling: samplingSchema,
  feedbackMaxTokens: z.number(),
  seed: z.int(),
  conditionedOn: conditioningSchema,
  scoreBothWays: z.boolean(),
  prompts: z.object({
    feedback: textSchema,
    feedbackOnTwo: z.exactOptional(textSchema),
    refinement: textSchema,
    refinementWithoutFeedback: textSchema,
    layout: z.exactOptional(z.enum(['chat', 'one-turn'])),
    example: z.exactOptional(
      z.object({
        prompt: textSchema,
        preference: textSchema,
        response: textSchema,
        feedback: textSchema,
        refinement: textSchema,
      }),
    ),
  }),
});

const serverSchema = z.object({
  address: nameSchema,
  abilities: z.object({
    software: z.nullable(nameSchema),
    answersAs: z.nullable(nameSchema),
    contextTokens: z.nullable(countSchema),
    seed: z.boolean(),
    topK: z.enum(SETTING_SUPPORTS),
    presencePenalty: z.enum(SETTING_SUPPORTS),
    logProbabilities: z.boolean(),
    likeliestTokens: countSchema,
    usage: z.boolean(),
    cachedTokens: z.boolean(),
    forcedDecoding: z.enum(FORCED_DECODINGS),
  }),
});

const policySchema = z.object({
  id: idSchema,
  name: nameSchema,
  engine: engineSchema,
  device: nameSchema,
  contextTokens: z.number(),
  parallelism: z.number(),
  ignoredSettings: z.array(z.enum(SAMPLING_SETTINGS)).check(z.maxLength(LIMITS.settings)),
  logProbabilityOf: z.nullable(textSchema),
  vocabularyTokens: z.exactOptional(z.nullable(countSchema)),
  chatTemplate: z.exactOptional(z.enum(CHAT_TEMPLATE_ORIGINS)),
  thoughtMarks: z.exactOptional(
    z.object({ opens: nameSchema, closes: nameSchema, begun: z.boolean() }),
  ),
  server: z.exactOptional(serverSchema),
});

const settingsSchema = z.record(nameSchema, z.union([z.number(), textSchema, z.boolean()])).check(
  z.refine((settings) => Object.keys(settings).length <= LIMITS.settings, {
    error: `a list of at most ${String(LIMITS.settings)} settings`,
  }),
);

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
}) satisfies z.ZodMiniType<RunHeader>;
