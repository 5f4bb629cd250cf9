import { runName } from '../../core/index.ts';
import type { StudyPrompt } from '../study.ts';

/** What a person has typed of a study's prompts. */
export interface TypedPrompts {
  /** A prompt a line; behind a “|” its own preference. */
  readonly prompts: string;
  /** A preference a line, for each prompt that brings none. */
  readonly preferences: string;
}

/** Prompts that were read, and in sentences what of them could not be. */
export interface ReadPrompts {
  readonly prompts: readonly StudyPrompt[];
  readonly problems: readonly string[];
}

interface Asked {
  readonly line: number;
  readonly prompt: string;
  readonly preference: string;
}

/** Each prompt with its own preference, or with each of those for all; without any it is asked alone. */
export function readTypedPrompts(typed: TypedPrompts): ReadPrompts {
  const preferences = preferencesIn(typed.preferences);
  const shared = preferences.length === 0 ? [''] : preferences;
  const read = linesOf(typed.prompts).map((line) => readLine(line, shared));
  const known = new Map<string, number>();
  const problems: string[] = [];
  const prompts: StudyPrompt[] = [];
  for (const asked of read.flat()) {
    const problem = problemOf(asked, known);
    if (problem === null) prompts.push(named(asked, prompts.length + 1));
    else problems.push(problem);
  }
  return { prompts, problems };
}

/** Preferences that are typed, one a line. */
export function preferencesIn(typed: string): readonly string[] {
  return linesOf(typed).map(({ text }) => text);
}

function linesOf(text: string): readonly { readonly line: number; readonly text: string }[] {
  return text
    .split('\n')
    .map((line, place) => ({ line: place + 1, text: line.trim() }))
    .filter((line) => line.text !== '');
}

function readLine(
  { line, text }: { readonly line: number; readonly text: string },
  shared: readonly string[],
): readonly Asked[] {
  const bar = text.lastIndexOf('|');
  if (bar === -1) return shared.map((preference) => ({ line, prompt: text, preference }));
  const prompt = text.slice(0, bar).trim();
  return [{ line, prompt, preference: text.slice(bar + 1).trim() }];
}

/** @param known lines by what they ask; the line is added to it */
function problemOf({ line, prompt, preference }: Asked, known: Map<string, number>): string | null {
  if (prompt === '') return `Line ${String(line)} has a preference and no prompt: write one.`;
  const key = JSON.stringify([prompt, preference]);
  const before = known.get(key);
  known.set(key, before ?? line);
  if (before === undefined) return null;
  return before === line
    ? `Line ${String(line)} meets the same preference twice: each is asked once.`
    : `Line ${String(line)} asks the same as line ${String(before)}: it is asked once.`;
}

/** Its number tells it from others that begin alike. */
function named({ prompt, preference }: Asked, number: number): StudyPrompt {
  return { id: `${String(number)}. ${runName(prompt)}`, prompt, preference };
}
