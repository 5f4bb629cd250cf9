import * as z from 'zod/mini';
import { runName, type RunPlan } from '../src/core/index.ts';
import { nameSchema } from '../src/storage/schema/header-schema.ts';
import { promptShape, seedShape, SETTINGS, sharedPlan, textShape } from './plan-settings.ts';
import { parseJson, readAs, readText } from './read-json.ts';

/** A plan's file: one prompt, and what is compared on it. */
const planShape = z.strictObject({
  name: z.exactOptional(nameSchema),
  /** x */
  prompt: promptShape,
  /** z */
  preference: z.exactOptional(textShape),
  seed: z.exactOptional(seedShape),
  ...SETTINGS,
});

const USUAL_SEED = 42;

export interface ReadPlan {
  readonly name: string;
  readonly plan: RunPlan;
  /** Null where it names none. */
  readonly scorer: string | null;
}

/** @throws PlainError with one sentence where it is no plan */
export function readPlan(path: string): ReadPlan {
  const asked = readAs(planShape, parseJson(readText(path), path), path);
  const prompt = asked.prompt.trim();
  return {
    name: asked.name ?? runName(prompt),
    plan: {
      prompt,
      preference: (asked.preference ?? '').trim(),
      seed: asked.seed ?? USUAL_SEED,
      ...sharedPlan(asked, path),
    },
    scorer: asked.scorer ?? null,
  };
}
