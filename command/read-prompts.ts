import { dirname, resolve } from 'node:path';
import * as z from 'zod/mini';
import { PlainError } from '../scripts/terminal/plain-error.mjs';
import {
  builtInPromptSet,
  chooseBuiltIn,
  PROMPT_KINDS,
  type StudyPrompt,
} from '../src/studies/index.ts';
import { promptShape, textShape } from './plan-settings.ts';
import { parseJson, readAs, readText } from './read-json.ts';

/** Prompts of one study, at most. */
const MOST_PROMPTS = 1_000_000;

const studyPromptShape = z.strictObject({
  id: z.string().check(z.minLength(1), z.maxLength(200)),
  /** x */
  prompt: promptShape,
  /** z */
  preference: z.exactOptional(textShape),
});

const promptsShape = z.array(studyPromptShape).check(z.minLength(1), z.maxLength(MOST_PROMPTS));

const builtInShape = z.strictObject({
  set: z.literal('built-in'),
  kinds: z.exactOptional(z.array(z.enum(PROMPT_KINDS)).check(z.minLength(1))),
  count: z.exactOptional(z.int().check(z.minimum(1))),
});

/** A prompt of which no preference may be said. */
type AskedPrompt = Omit<StudyPrompt, 'preference'> & Partial<StudyPrompt>;

/**
 * The prompts that a study's file asks for: they stand in it, in a file beside it, or in the built-in set.
 *
 * @param asked what stands under "prompts"
 * @param path of the study's file
 * @throws PlainError with one sentence where they are no prompts
 */
export async function readPrompts(asked: unknown, path: string): Promise<readonly AskedPrompt[]> {
  const owner = `${path}, prompts,`;
  if (typeof asked === 'string') return promptsIn(resolve(dirname(path), asked));
  if (Array.isArray(asked)) return readAs(promptsShape, asked, owner);
  if (typeof asked === 'object' && asked !== null) {
    return chooseBuiltIn(await builtInPromptSet(), readAs(builtInShape, asked, owner));
  }
  throw new PlainError(
    `${path} says no prompts: give it "prompts", a list of {"id", "prompt", "preference"}, the name of a file that has one a line, or {"set": "built-in"}.`,
  );
}

function promptsIn(path: string): AskedPrompt[] {
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
