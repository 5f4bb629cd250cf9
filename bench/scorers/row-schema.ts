import { z } from 'zod';

const logProbability = z.number().max(0);

const token = z.looseObject({
  text: z.string(),
  logProbability: logProbability.nullable(),
  topLogProbabilities: z.array(z.looseObject({ text: z.string(), logProbability })).exactOptional(),
});

/** A response to be scored; what else a row holds is handed on. */
const rowSchema = z.looseObject({
  id: z.union([z.string(), z.number()]),
  prompt: z.string(),
  preference: z.string().nullish(),
  response: z.string(),
  tokens: z.array(token).nullish(),
});

export type Row = z.infer<typeof rowSchema>;

export type ParsedRow =
  { readonly ok: true; readonly row: Row } | { readonly ok: false; readonly problem: string };

/** Reads one line of a file of rows; a problem is a clause for people. */
export function readRow(line: string): ParsedRow {
  const value = parseJson(line);
  if (value === undefined) return { ok: false, problem: 'it is not JSON' };
  const parsed = rowSchema.safeParse(value, { reportInput: true });
  if (parsed.success) return { ok: true, row: parsed.data };
  const problems = parsed.error.issues.map((issue) => describe(issue));
  return { ok: false, problem: problems.join('; ') };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function describe({ path, message, input }: z.core.$ZodIssue): string {
  if (path.length === 0) return 'it is not an object with fields';
  const field = `the field “${path.map(String).join('.')}”`;
  if (input === undefined) return `${field} is missing`;
  if (path[0] === 'id') return `${field} is neither text nor a number`;
  return `${field}: ${message.replace(/^Invalid input: /, '').replace(/^Too big: /, '')}`;
}
