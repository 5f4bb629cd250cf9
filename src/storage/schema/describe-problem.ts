import type * as z from 'zod/mini';
import { shortened } from '../../core/index.ts';

/** What is wrong with data from outside: the field, what it should be, and what it is. */
export interface Problem {
  /** Where it lies, for example `events[12].reward.value`; empty for the whole. */
  readonly field: string;
  /** Ends "should be …", for example `a number`. */
  readonly expected: string;
  /** Ends "but is …", for example `the text "high"`. */
  readonly found: string;
}

/** Names and places that lead to a field. */
export type FieldPath = readonly PropertyKey[];

/** One sentence for people, for example: The file's field "run.name" should be a text but is missing. */
export function describeProblem(owner: string, { field, expected, found }: Problem): string {
  const subject = field === '' ? owner : `${owner}'s field "${field}"`;
  return `${subject} should be ${expected} but is ${found}.`;
}

/** A problem of the field at a path: what it should be, and what it is, as a sentence needs them. */
export function problemAt(path: FieldPath, expected: string, found: string): Problem {
  return { field: fieldName(path), expected, found };
}

/** The first thing that a schema refused in `input`. */
export function problemOf(error: z.core.$ZodError, input: unknown): Problem {
  const issue = error.issues[0];
  if (issue === undefined) return problemAt([], 'readable', 'not');
  const value = valueAt(input, issue.path);
  return problemAt(issue.path, expectation(issue), findingOf(issue, value));
}

/** A value in words, shortened: `the text "high"`, `the number 3`, `missing`. */
export function describeValue(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  switch (typeof value) {
    case 'string':
      return value === '' ? 'an empty text' : `the text "${shorten(value)}"`;
    case 'number':
    case 'bigint':
      return `the number ${String(value)}`;
    case 'boolean':
      return String(value);
    default:
      return 'an object';
  }
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  record: 'an object',
  array: 'a list',
};

const MANY_OPTIONS = 8;

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return TYPE_NAMES[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return oneOf(issue.values);
    case 'invalid_union':
      return 'options' in issue ? oneOf(issue.options) : 'a number, a text, or true or false';
    case 'too_big':
      return `at most ${count(issue.maximum)}${unitOf(issue.origin)}`;
    case 'too_small':
      return `at least ${count(issue.minimum)}${unitOf(issue.origin)}`;
    case 'custom':
      return issue.message;
    default:
      return 'of another form';
  }
}

function findingOf(issue: z.core.$ZodIssue, value: unknown): string {
  const tooMuch = issue.code === 'too_big' || issue.code === 'too_small';
  if (tooMuch && typeof value === 'string') return `${count(value.length)} characters`;
  if (tooMuch && Array.isArray(value)) return `${count(value.length)} entries`;
  return describeValue(value);
}

function oneOf(options: readonly unknown[]): string {
  if (options.length > MANY_OPTIONS) return 'a name that this page knows';
  const names = options.map((option) =>
    typeof option === 'string' ? `"${option}"` : String(option),
  );
  return names.length === 1 ? names.join('') : `one of ${names.join(', ')}`;
}

function unitOf(origin: string): string {
  if (origin === 'string') return ' characters';
  return origin === 'array' ? ' entries' : '';
}

function count(amount: number | bigint): string {
  return amount.toLocaleString('en');
}

function fieldName(path: FieldPath): string {
  return path.reduce<string>((name, key) => {
    if (typeof key === 'number') return `${name}[${String(key)}]`;
    const word = shorten(String(key));
    return name === '' ? word : `${name}.${word}`;
  }, '');
}

function valueAt(input: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
    input,
  );
}

const MOST_SHOWN = 40;

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return shortened(line, MOST_SHOWN);
}
