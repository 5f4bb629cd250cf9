import { dirname, resolve } from 'node:path';
import * as z from 'zod/mini';
import { PlainError } from '../scripts/terminal/plain-error.mjs';
import { nameSchema } from '../src/storage/schema/header-schema.ts';
import type { Study, StudyPrompt } from '../src/studies/index.ts';
import { promptShape, seedShape, SETTINGS, sharedPlan, textShape } from './plan-settings.ts';
import { parseJson, readAs, readText } from './read-json.ts';

const MOST_RUNS = 1_000_000;

const studyPromptShape = z.strictObject({
  id: z.string().check(z.minLength(1), z.maxLength(200)),
  /** x */
  prompt: promptShape,
  /** z */
  preference: z.exactOptional(textShape),
});

/** A study's file. Its prompts stand in it, or in a file beside it, one JSON object a line. */
const studyShape = z.strictObject({
  name: z.exactOptional(nameSchema),
  prompts: z.optional(z.unknown()),
  /** z of the prompts that bring none. */
  preference: z.exactOptional(textShape),
  seeds: z.exactOptional(z.array(seedShape).check(z.minLength(1), z.maxLength(MOST_RUNS))),
  ...SETTINGS,
});

const promptsShape = z.array(studyPromptShape).check(z.minLength(1), z.maxLength(MOST_RUNS));

const USUAL_SEEDS = [42];

export interface ReadStudy {
  readonly study: Study;
  /** Id of the scorer that it names; null where it names none. */
  readonly scorer: string | null;
}

/** @throws PlainError with one sentence where it is no study */
export function readStudy(path: string): ReadStudy {
  const asked = readAs(studyShape, parseJson(readText(path), path), path);
  const seeds = asked.seeds ?? USUAL_SEEDS;
  const twice = seeds.find((seed, place) => seeds.indexOf(seed) !== place);
  if (twice !== undefined) throw new PlainError(`${path} names the seed ${String(twice)} twice.`);
  const prompts = promptsOf(asked.prompts, path).map(({ id, prompt, preference }) => ({
    id,
    prompt: prompt.trim(),
    preference: (preference ?? asked.preference ?? '').trim(),
  }));
  checkIds(prompts, path);
  const shared = sharedPlan(asked, path);
  return {
    study: { name: asked.name ?? '', prompts, seeds, shared },
    scorer: asked.scorer ?? null,
  };
}

type AskedPrompts = z.output<typeof promptsShape>;

function promptsOf(asked: unknown, path: string): AskedPrompts {
  if (typeof asked === 'string') return promptsIn(resolve(dirname(path), asked));
  if (Array.isArray(asked)) return readAs(promptsShape, asked, `${path}, prompts,`);
  throw new PlainError(
    `${path} says no prompts: give it "prompts", a list of {"id", "prompt", "preference"}, or the name of a file that has one a line.`,
  );
}

function promptsIn(path: string): AskedPrompts {
  const prompts = readText(path)
    .split('\n')
    .flatMap((line, place) => {
      if (line.trim() === '') return [];
      const owner = `${path}, line ${String(place + 1)},`;
      return [readAs(studyPromptShape, parseJson(line, owner), owner)];
    });
  if (prompts.length === 0) throw new PlainError(`${path} holds no prompts.`);
  return prompts;
}

function checkIds(prompts: readonly StudyPrompt[], path: string): void {
  const known = new Set<string>();
  for (const { id } of prompts) {
    if (known.has(id)) throw new PlainError(`${path} has two prompts of the id "${id}".`);
    known.add(id);
  }
}
