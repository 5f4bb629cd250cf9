import * as z from 'zod/mini';
import { PlainError } from '../scripts/terminal/plain-error.mjs';
import { nameSchema } from '../src/storage/schema/header-schema.ts';
import type { Study } from '../src/studies/index.ts';
import { seedShape, SETTINGS, sharedPlan, textShape } from './plan-settings.ts';
import { parseJson, readAs, readText } from './read-json.ts';
import { readPrompts } from './read-prompts.ts';

const MOST_RUNS = 1_000_000;

/** A study's file. Its prompts stand in it, in a file beside it, or in the built-in set. */
const studyShape = z.strictObject({
  name: z.exactOptional(nameSchema),
  prompts: z.optional(z.unknown()),
  /** z of the prompts that bring none. */
  preference: z.exactOptional(textShape),
  seeds: z.exactOptional(z.array(seedShape).check(z.minLength(1), z.maxLength(MOST_RUNS))),
  /** Whether every split N0/N1 of PRS is sampled beside the arms. */
  splits: z.exactOptional(z.literal('every')),
  ...SETTINGS,
});

const USUAL_SEEDS = [42];

export interface ReadStudy {
  readonly study: Study;
  /** Id of the scorer that it names; null where it names none. */
  readonly scorer: string | null;
}

/** @throws PlainError with one sentence where it is no study */
export async function readStudy(path: string): Promise<ReadStudy> {
  const asked = readAs(studyShape, parseJson(readText(path), path), path);
  const seeds = asked.seeds ?? USUAL_SEEDS;
  const twice = firstTwice(seeds);
  if (twice !== undefined) throw new PlainError(`${path} names the seed ${String(twice)} twice.`);
  const prompts = (await readPrompts(asked.prompts, path)).map(({ id, prompt, preference }) => ({
    id,
    prompt: prompt.trim(),
    preference: (preference ?? asked.preference ?? '').trim(),
  }));
  const id = firstTwice(prompts.map((prompt) => prompt.id));
  if (id !== undefined) throw new PlainError(`${path} has two prompts of the id "${id}".`);
  const shared = sharedPlan(asked, path);
  return {
    study: {
      ...{ name: asked.name ?? '', prompts, seeds, shared },
      ...(asked.splits === undefined ? {} : { everySplit: true }),
    },
    scorer: asked.scorer ?? null,
  };
}

/** The first that stands there a second time; undefined where each stands there once. */
function firstTwice<Value>(values: readonly Value[]): Value | undefined {
  const known = new Set<Value>();
  return values.find((value) => known.size === known.add(value).size);
}
