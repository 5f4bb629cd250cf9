import { shortened } from '../../core/index.ts';

/** Which column of a file is read as what. */
export interface PromptColumns {
  /** Null where prompts are called by their lines. */
  readonly id: string | null;
  /** x: a text, or a list of messages as TRL has it. */
  readonly prompt: string;
  /** Joined to the prompt below a blank line; null for none. */
  readonly input: string | null;
  /** z: a prompt for each that isn't empty; none where prompts have no preferences. */
  readonly preferences: readonly string[];
}

/** Columns that a person names; what is left out is recognised by its name. */
export type AskedColumns = Partial<PromptColumns>;

const PROMPT = ['prompt', 'instruction'];
const PREFERENCE = /^preference(?:_\d+)?$/;

/**
 * Recognises the columns of a file. Small and capital letters are the same, unless a person names a column.
 *
 * @param names of the file's columns, in their order
 * @returns a sentence where there is no column for the prompt, or one that was named
 */
export function promptColumns(
  names: readonly string[],
  asked: AskedColumns,
): PromptColumns | string {
  const lacking = [asked.id, asked.prompt, asked.input, ...(asked.preferences ?? [])].find(
    (name) => typeof name === 'string' && !names.includes(name),
  );
  if (typeof lacking === 'string') return `No column is called "${lacking}": ${thereAre(names)}.`;
  const known = (wanted: string): string | null =>
    names.find((name) => name.toLowerCase() === wanted) ?? null;
  const prompt = asked.prompt ?? PROMPT.map(known).find((name) => name !== null) ?? null;
  if (prompt === null) {
    return `No column is called "prompt" or "instruction": say which one is the prompt; ${thereAre(names)}.`;
  }
  const isInstruction = prompt.toLowerCase() === 'instruction';
  return {
    id: asked.id === undefined ? known('id') : asked.id,
    prompt,
    input: asked.input === undefined ? (isInstruction ? known('input') : null) : asked.input,
    preferences: asked.preferences ?? names.filter((name) => PREFERENCE.test(name.toLowerCase())),
  };
}

const MOST_NAMES = 20;
const LONGEST_NAME = 60;

function thereAre(names: readonly string[]): string {
  if (names.length === 0) return 'the file has no columns';
  const shown = names.slice(0, MOST_NAMES).map((name) => shortened(name, LONGEST_NAME));
  return `there are ${shown.map((name) => `"${name}"`).join(', ')}${names.length > MOST_NAMES ? ' and others' : ''}`;
}
