import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Candidate } from './candidates.ts';
import { HALVES, type Wish } from './wishes.ts';

export const SCORERS = ['rubric', 'blend'] as const;

/** The rubric reads the texts alone; the blend, the page's choice for the embedded model, reads them with the model, which takes most of the time. */
export type StudiedScorer = (typeof SCORERS)[number];

/** At equal N: without the preference, with it, with reflection, and with reflection that reads no feedback. */
export const STUDIED_ARMS = ['rand', 'prand', 'prs', 'prs-without-feedback'] as const;

const rewards = z.array(z.number().nullable()).readonly();

/** Rewards of one arm's responses, drafts first, by both scorers; null where one has none, as all have by the blend where it wasn't asked. */
const armSchema = z.object({
  arm: z.enum(STUDIED_ARMS),
  /** Which response the refinements refine; null in an arm without any. */
  anchor: z.int().nullable(),
  /** Refinements that are word for word their anchor. */
  copies: z.int(),
  blend: rewards,
  rubric: rewards,
});

const resultSchema = z.object({
  half: z.enum(HALVES),
  promptId: z.string(),
  place: z.int(),
  seed: z.int(),
  /** A candidate that isn't tried any more may be named. */
  prompts: z.string(),
  sampling: z.string(),
  /** Who chose anchors. */
  chooser: z.enum(SCORERS),
  arms: z.array(armSchema).readonly(),
});

export type ArmResult = z.infer<typeof armSchema>;

/** What came of one wish with one candidate. */
export type Result = z.infer<typeof resultSchema>;

const PATH = join(import.meta.dirname, 'results.jsonl');

/** All that was sampled so far. @throws Error where the committed file is damaged */
export async function readResults(): Promise<readonly Result[]> {
  const text = await readFile(PATH, 'utf8').catch(() => '');
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => resultSchema.parse(JSON.parse(line)));
}

/** Added at once, so that a study that is stopped goes on where it was. */
export async function addResult(result: Result): Promise<void> {
  await appendFile(PATH, `${JSON.stringify(result)}\n`);
}

/** What a result is of, beside its wish. */
export type Setting = Pick<Result, 'half' | 'chooser'>;

/** The result that is there for a wish with a candidate. */
export function findResult(
  results: readonly Result[],
  { half, chooser }: Setting,
  { promptId, place, seed }: Wish,
  { prompts, sampling }: Candidate,
): Result | undefined {
  return results.find(
    (result) =>
      result.half === half &&
      result.chooser === chooser &&
      result.promptId === promptId &&
      result.place === place &&
      result.seed === seed &&
      result.prompts === prompts &&
      result.sampling === sampling,
  );
}
