import type { StudyPrompt } from '../study.ts';
import type { FileRow } from './file-rows.ts';
import type { PromptColumns } from './prompt-columns.ts';

/** Characters of a prompt or a preference, as the page's fields take them. */
const LONGEST_TEXT = 100_000;
/** Characters of an id: it names runs. */
const LONGEST_ID = 200;

/**
 * The prompts of a row: one for each preference that isn't empty, or one without.
 *
 * @returns the reason why there are none, as `BadRow.reason`
 */
export function promptsOfRow(row: FileRow, columns: PromptColumns): StudyPrompt[] | string {
  const texts = readTexts(row, columns);
  if ('problem' in texts) return texts.problem;
  const { id, prompt, input, preferences } = texts;
  const whole = [prompt, input].filter((text) => text !== '').join('\n\n');
  if (prompt === '') return `has no "${columns.prompt}": a text that asks something`;
  const long = [whole, ...preferences].find((text) => text.length > LONGEST_TEXT);
  if (long !== undefined) return `has a text of more than ${String(LONGEST_TEXT)} characters`;
  if (id.length > LONGEST_ID) return `has an id of more than ${String(LONGEST_ID)} characters`;
  const name = id === '' ? `line-${String(row.line)}` : id;
  const wishes = preferences.filter((text) => text !== '');
  if (wishes.length <= 1) return [{ id: name, prompt: whole, preference: wishes[0] ?? '' }];
  return wishes.map((preference, place) => ({
    ...{ id: `${name}-${String(place + 1)}`, prompt: whole, preference },
  }));
}

interface RowTexts {
  readonly id: string;
  readonly prompt: string;
  readonly input: string;
  readonly preferences: readonly string[];
}

function readTexts(
  { fields }: FileRow,
  columns: PromptColumns,
): RowTexts | { readonly problem: string } {
  const problems: string[] = [];
  const textAt = (name: string | null, read: (value: unknown) => string | null): string => {
    const text = read(name === null ? '' : (fields.get(name) ?? ''));
    if (text === null)
      problems.push(`has a "${name ?? ''}" that is ${lacks(name === columns.prompt)}`);
    return (text ?? '').trim();
  };
  const texts = {
    id: textAt(columns.id, (value) => (typeof value === 'number' ? String(value) : plain(value))),
    prompt: textAt(columns.prompt, (value) => plain(value) ?? questionIn(value)),
    input: textAt(columns.input, plain),
    preferences: columns.preferences.map((name) => textAt(name, plain)),
  };
  const [problem] = problems;
  return problem === undefined ? texts : { problem };
}

function plain(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function lacks(isPrompt: boolean): string {
  return isPrompt
    ? 'neither a text nor a list of messages with one of the user, after one of the system at most'
    : 'no text';
}

/**
 * What a list of messages asks, as TRL and chat servers have it: the user's message, below the system's where there is one. Null
 * where it is no such list: a prompt x is one turn.
 */
function questionIn(value: unknown): string | null {
  if (!Array.isArray(value)) return null;
  const messages = value.map(readMessage);
  const roles = messages.map((message) => message?.role).join(' ');
  if (roles !== 'user' && roles !== 'system user') return null;
  return messages.map((message) => message?.content.trim()).join('\n\n');
}

interface Message {
  readonly role: string;
  readonly content: string;
}

function readMessage(value: unknown): Message | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!('role' in value) || !('content' in value)) return null;
  const { role, content } = value;
  if (typeof role !== 'string') return null;
  if (typeof content === 'string') return { role, content };
  const parts = Array.isArray(content) ? content.map(readPart) : [null];
  return parts.includes(null) ? null : { role, content: parts.join('') };
}

/** A part of a message's content, as of models that see pictures too. */
function readPart(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('text' in value)) return null;
  return typeof value.text === 'string' ? value.text : null;
}
