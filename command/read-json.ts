import { readFileSync } from 'node:fs';
import type * as z from 'zod/mini';
import { PlainError } from '../scripts/terminal/plain-error.mjs';
import { messageOf } from '../src/core/index.ts';
import { describeProblem, problemOf } from '../src/storage/schema/describe-problem.ts';

/** A file's text. @throws PlainError where there is none that can be read */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new PlainError(`${path} can’t be read: ${messageOf(error)}`, { cause: error });
  }
}

/** @throws PlainError where the text is no JSON */
export function parseJson(text: string, owner: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new PlainError(`${owner} isn’t JSON: ${messageOf(error)}`, { cause: error });
  }
}

/** @throws PlainError with one sentence that names the field and what was expected there */
export function readAs<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
  owner: string,
): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  if (issue?.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    throw new PlainError(
      `${owner} has a field "${[...issue.path.map(String), key].join('.')}" that is not known: mend its name, or take it out.`,
    );
  }
  throw new PlainError(describeProblem(owner, problemOf(parsed.error, value)));
}
