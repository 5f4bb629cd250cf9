import { z } from 'zod';
import { PlainError } from '../scripts/terminal/plain-error.mjs';
import { makeArm, MODEL_SETTINGS, type RunPlan } from '../src/core/index.ts';
import wishes from './wishes.json' with { type: 'json' };

/** What a run is recorded of. */
export type RecordedWish = z.infer<typeof wishShape>;

const wishShape = z.strictObject({
  /** Of the recording: small letters, digits and hyphens. */
  name: z.string().regex(/^[a-z0-9-]+$/),
  prompt: z.string(),
  preference: z.string(),
  seed: z.int(),
  /** Where it isn't the model's usual one. */
  temperature: z.number().exactOptional(),
  /** Whether a feedback for each refinement, and none, are compared with one for all. */
  feedbackEach: z.boolean().exactOptional(),
});

export const RECORDED_WISHES: readonly RecordedWish[] = z.array(wishShape).parse(wishes);

/** @throws PlainError where there is none of that name */
export function wishNamed(name: string): RecordedWish {
  const found = RECORDED_WISHES.find((wish) => wish.name === name);
  if (found !== undefined) return found;
  const names = RECORDED_WISHES.map((wish) => wish.name).join(', ');
  throw new PlainError(`There is no wish “${name}” in record/wishes.json; there are: ${names}.`);
}

/** The wish of the built-in set that is typical of the study in docs/findings, with the first of its seeds: `npm run record -- --typical` says why. */
export const TYPICAL_WISH = wishNamed('otters-brief');

/** N of every recording. */
const BUDGET = 16;

const HALVES = [BUDGET / 2, BUDGET / 2];

/** What the page would ask of the embedded model for it. */
export function planFor({
  prompt,
  preference,
  seed,
  temperature,
  feedbackEach,
}: RecordedWish): RunPlan {
  const { sampling, feedbackMaxTokens, prompts } = MODEL_SETTINGS.small;
  const kinds = ['prs', 'prand', 'rand'] as const;
  const others = ['prs-feedback-each', 'prs-without-feedback'] as const;
  return {
    ...{ prompt, preference, seed, feedbackMaxTokens, prompts },
    budget: BUDGET,
    arms: [...kinds, ...(feedbackEach === true ? others : [])].map((kind) =>
      makeArm(kind, BUDGET, HALVES),
    ),
    sampling: temperature === undefined ? sampling : { ...sampling, temperature },
    conditionedOn: 'prompt-and-preference',
    scoreBothWays: false,
  };
}
