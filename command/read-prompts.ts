import { dirname, resolve } from 'node:path';
import * as z from 'zod/mini';
import { PlainError } from '../scripts/terminal/plain-error.mjs';
import {
  type AskedColumns,
  builtInPromptSet,
  chooseBuiltIn,
  PROMPT_KINDS,
  type ReadPromptSet,
  readPromptSet,
  type StudyPrompt,
} from '../src/studies/index.ts';
import { promptShape, textShape } from './plan-settings.ts';
import { readAs, readText } from './read-json.ts';

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

const columnShape = z.string().check(z.minLength(1));

const fileShape = z.strictObject({
  /** Path beside the study's. */
  file: z.string(),
  /** Names of columns that aren't recognised; null where one that is isn't meant. */
  columns: z.exactOptional(
    z.strictObject({
      id: z.exactOptional(z.nullable(columnShape)),
      prompt: z.exactOptional(columnShape),
      input: z.exactOptional(z.nullable(columnShape)),
      preferences: z.exactOptional(z.array(columnShape)),
    }),
  ),
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
  if (typeof asked === 'string') return promptsIn(resolve(dirname(path), asked), {});
  if (Array.isArray(asked)) return readAs(promptsShape, asked, owner);
  if (typeof asked === 'object' && asked !== null) {
    if ('set' in asked) {
      return chooseBuiltIn(await builtInPromptSet(), readAs(builtInShape, asked, owner));
    }
    const { file, columns } = readAs(fileShape, asked, owner);
    return promptsIn(resolve(dirname(path), file), columns ?? {});
  }
  throw new PlainError(
    `${path} says no prompts: give it "prompts", a list of {"id", "prompt", "preference"}, the name of a file that has them, or {"set": "built-in"}.`,
  );
}

/** Problems that are said at once. */
const MOST_SAID = 5;

/** An empty preference is none: the study's own takes its place. */
function promptsIn(path: string, columns: AskedColumns): AskedPrompt[] {
  const read = readPromptSet(readText(path), { fileName: path, columns });
  if (read.problems.length > 0) throw new PlainError(problemsIn(path, read));
  return read.prompts.map(({ preference, ...prompt }) =>
    preference === '' ? prompt : { ...prompt, preference },
  );
}

function problemsIn(path: string, { problems, furtherProblems }: ReadPromptSet): string {
  const said = problems.slice(0, MOST_SAID).map(({ sentence }) => sentence);
  const others = problems.length - said.length + furtherProblems;
  return [
    `${path} is not read. Mend what is named, or take it out:`,
    ...said,
    ...(others > 0 ? [`And ${String(others)} more.`] : []),
  ].join('\n');
}
