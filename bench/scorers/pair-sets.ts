import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { repositoryRoot } from '../../scripts/repository-paths.mjs';
import { PlainError } from '../../scripts/terminal/plain-error.mjs';
import type { Conditioning } from '../../src/core/index.ts';
import {
  HELD_OUT_NON_ANSWERS,
  nonAnswerPairs,
  otherQuestionPairs,
  shuffledPairs,
  TUNING_NON_ANSWERS,
  type FoolingRow,
  type MakeFoolingPairs,
} from './fooling-pairs.ts';

/** Two answers to one prompt, the better one marked. */
export interface Pair {
  readonly id: string;
  readonly prompt: string;
  /** Empty where the set has none. */
  readonly preference: string;
  readonly better: string;
  readonly worse: string;
}

export interface PairSet extends SetSource {
  readonly pairs: readonly Pair[];
  /** Of the pairs, hexadecimal. */
  readonly sha256: string;
}

/** A set before it is read. */
export interface SetSource {
  readonly id: string;
  readonly name: string;
  readonly conditionedOn: Conditioning;
  readonly path: string;
  readonly read: (text: string) => readonly Pair[];
}

/** LLMBar (Zeng et al., ICLR 2024) isn't committed here: LLMBAR names its folder. */
const llmbarFolder = process.env.LLMBAR ?? join(repositoryRoot, '../shared/data/llmbar');
const preferenceFolder = join(repositoryRoot, 'bench/scorers/preference-set');

/** All sets, in the order in which the page shows them. */
export const SET_SOURCES: readonly SetSource[] = [
  preferenceSet('preference-held-out', 'preference set, held out', 'held-out.jsonl'),
  preferenceSet('preference-tuning', 'preference set, tuned on', 'tuning.jsonl'),
  llmbarSet('llmbar-natural', 'LLMBar natural', 'natural.json'),
  llmbarSet('llmbar-faireval', 'LLMBar FairEval', 'faireval.json'),
  llmbarSet('llmbar-llmeval2', 'LLMBar LLMEval²', 'llmeval2.json'),
  llmbarSet('llmbar-gptinst', 'LLMBar adversarial GPTInst', 'adversarial-gptinst.json'),
  llmbarSet('llmbar-gptout', 'LLMBar adversarial GPTOut', 'adversarial-gptout.json'),
  llmbarSet('llmbar-manual', 'LLMBar adversarial Manual', 'adversarial-manual.json'),
  ...foolingSets('non-answer', 'answers that say nothing', {
    tuning: nonAnswerPairs(TUNING_NON_ANSWERS),
    'held-out': nonAnswerPairs(HELD_OUT_NON_ANSWERS),
  }),
  ...foolingSets('shuffled', 'words shuffled', {
    tuning: shuffledPairs,
    'held-out': shuffledPairs,
  }),
  ...foolingSets('other-question', 'answers to another question', {
    tuning: otherQuestionPairs,
    'held-out': otherQuestionPairs,
  }),
];

/** Sets made to fool a scorer from both halves of the preference set, when they are read. */
function foolingSets(
  kind: string,
  name: string,
  make: Readonly<Record<'tuning' | 'held-out', MakeFoolingPairs>>,
): readonly SetSource[] {
  const halves = [
    ['held-out', 'held out'],
    ['tuning', 'tuned on'],
  ] as const;
  return halves.map(([half, told]) => ({
    id: `${kind}-${half}`,
    name: `${name}, ${told}`,
    conditionedOn: 'prompt-and-preference' as const,
    path: join(preferenceFolder, `${half}.jsonl`),
    read: (text: string) => make[half](preferenceRows(text)),
  }));
}

/**
 * @param names ids; null for all
 * @throws PlainError where a name is none
 */
export function chooseSets(names: readonly string[] | null): readonly SetSource[] {
  if (names === null) return SET_SOURCES;
  const unknown = names.find((name) => SET_SOURCES.every(({ id }) => id !== name));
  if (unknown !== undefined) {
    const ids = SET_SOURCES.map(({ id }) => id).join(', ');
    throw new PlainError(`There is no set “${unknown}”; there are: ${ids}.`);
  }
  return SET_SOURCES.filter(({ id }) => names.includes(id));
}

/**
 * @returns null where the file isn't there
 * @throws PlainError where it is there and holds something else
 */
export async function readSet(source: SetSource): Promise<PairSet | null> {
  const text = await readFile(source.path, 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    const pairs = source.read(text);
    if (pairs.length === 0) throw new Error('it has no rows');
    const sha256 = createHash('sha256').update(JSON.stringify(pairs)).digest('hex');
    return { ...source, pairs, sha256 };
  } catch (error) {
    const words = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new PlainError(`${source.path} is not what ${source.name} should be: ${words}`);
  }
}

const llmbarRows = z.array(
  z.object({
    input: z.string(),
    output_1: z.string(),
    output_2: z.string(),
    label: z.union([z.literal(1), z.literal(2)]),
  }),
);

function llmbarSet(id: string, name: string, file: string): SetSource {
  const read = (text: string): readonly Pair[] =>
    llmbarRows.parse(JSON.parse(text)).map(({ input, output_1, output_2, label }, index) => ({
      id: `${id}-${String(index + 1)}`,
      prompt: input,
      preference: '',
      better: label === 1 ? output_1 : output_2,
      worse: label === 1 ? output_2 : output_1,
    }));
  return { id, name, conditionedOn: 'prompt', path: join(llmbarFolder, file), read };
}

const preferenceRow = z.object({
  id: z.string().min(1),
  preferenceId: z.string().min(1),
  preference: z.string().min(1),
  prompt: z.string().min(1),
  honours: z.string().min(1),
  dishonours: z.string().min(1),
});

function preferenceRows(text: string): readonly FoolingRow[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => preferenceRow.parse(JSON.parse(line)));
}

function preferenceSet(id: string, name: string, file: string): SetSource {
  const read = (text: string): readonly Pair[] =>
    preferenceRows(text).map(({ id: row, preference, prompt, honours, dishonours }) => ({
      ...{ id: row, preference, prompt },
      ...{ better: honours, worse: dishonours },
    }));
  const path = join(preferenceFolder, file);
  return { id, name, conditionedOn: 'prompt-and-preference', path, read };
}
