import type { StudyPrompt } from '../study.ts';
import type { BadRow, FileRow, ReadRow } from './file-rows.ts';
import { jsonLines } from './json-lines.ts';
import { type AskedColumns, promptColumns, type PromptColumns } from './prompt-columns.ts';
import { promptsOfRow } from './prompts-of-row.ts';
import { separatedValues } from './separated-values.ts';

/** What a file of prompts may hold at most. */
export const PROMPT_FILE_LIMITS = {
  /** UTF-16 units: a hundred thousand prompts of several hundred words. */
  characters: 200_000_000,
  rows: 100_000,
  columns: 500,
  /** Problems that are named; the others are counted. */
  problems: 100,
} as const;

/** What is wrong in a file of prompts. */
export interface PromptSetProblem {
  /** From 1; null where it is about the file. */
  readonly line: number | null;
  /** A sentence. */
  readonly sentence: string;
}

/** What a file of prompts holds. */
export interface ReadPromptSet {
  /** Of the rows that can be read; ids are unique. */
  readonly prompts: readonly StudyPrompt[];
  readonly problems: readonly PromptSetProblem[];
  /** How many problems there are beside those. */
  readonly furtherProblems: number;
  /** Names of all columns, for a person to choose from. */
  readonly columnNames: readonly string[];
  /** What was read as what; null where no prompt was found. */
  readonly columns: PromptColumns | null;
}

export interface ReadPromptSetOptions {
  /** Ends in `.jsonl`, `.csv` or `.tsv`; where it says none of them, the text tells. */
  readonly fileName?: string;
  /** Columns that aren't recognised by their names. */
  readonly columns?: AskedColumns;
}

/**
 * Reads prompts with their preferences out of a file: JSON Lines, or a table of separated values. A row that can't be read is
 * named with its line, and the others are kept. Never throws, whatever the text is.
 */
export function readPromptSet(text: string, options: ReadPromptSetOptions = {}): ReadPromptSet {
  const problems = new Problems();
  if (text.length > PROMPT_FILE_LIMITS.characters) {
    const most = PROMPT_FILE_LIMITS.characters.toLocaleString('en');
    problems.add(null, `The file has more than ${most} characters: take it apart.`);
    return { ...nothing(problems), columnNames: [] };
  }
  const content = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const rows = readRows(content, options.fileName ?? '', problems);
  if (rows.length === 0 && problems.count === 0) problems.add(null, 'The file holds no prompts.');
  const columnNames = namesOf(rows, problems);
  const columns = promptColumns(columnNames, options.columns ?? {});
  if (typeof columns === 'string') {
    if (rows.length > 0) problems.add(null, columns);
    return { ...nothing(problems), columnNames };
  }
  const prompts = promptsOf(rows, columns, problems);
  return { ...problems.named(), prompts, columnNames, columns };
}

function nothing(problems: Problems) {
  return { ...problems.named(), prompts: [], columns: null };
}

/** The rows that can be read, the others being named. */
function readRows(content: string, fileName: string, problems: Problems): readonly FileRow[] {
  const start = content.trimStart()[0];
  if (start === undefined) {
    problems.add(null, 'The file is empty.');
    return [];
  }
  if (start === '[' && !/\.csv$/i.test(fileName)) {
    problems.add(null, 'The file is one list: write its objects one a line (JSON Lines).');
    return [];
  }
  const rows: FileRow[] = [];
  for (const row of rowsIn(content, fileName, start)) {
    if (rows.length === PROMPT_FILE_LIMITS.rows) {
      const most = PROMPT_FILE_LIMITS.rows.toLocaleString('en');
      problems.add(row.line, `and those below are left out: at most ${most} rows are read.`);
      break;
    }
    if (isRead(row)) rows.push(row);
    else problems.add(row.line, `${row.reason}.`);
  }
  return rows;
}

function isRead(row: ReadRow): row is FileRow {
  return 'fields' in row;
}

function rowsIn(content: string, fileName: string, start: string): Iterable<ReadRow> {
  const isLines = /\.(?:jsonl|ndjson)$/i.test(fileName) || start === '{';
  return isLines && !/\.[ct]sv$/i.test(fileName) ? jsonLines(content) : separatedValues(content);
}

function namesOf(rows: readonly FileRow[], problems: Problems): string[] {
  const names = new Set<string>();
  for (const { line, fields } of rows) {
    for (const name of fields.keys()) {
      if (names.has(name)) continue;
      if (names.size === PROMPT_FILE_LIMITS.columns) {
        const most = String(PROMPT_FILE_LIMITS.columns);
        problems.add(line, `has a further column: at most ${most} are told apart.`);
        return [...names];
      }
      names.add(name);
    }
  }
  return [...names];
}

function promptsOf(
  rows: readonly FileRow[],
  columns: PromptColumns,
  problems: Problems,
): StudyPrompt[] {
  const asked = new Map<string, FirstLines>();
  const ids = new FirstLines();
  return rows.flatMap((row) => {
    const read = promptsOfRow(row, columns);
    if (typeof read === 'string') {
      problems.add(row.line, `${read}.`);
      return [];
    }
    return read.filter(({ id, prompt, preference }) => {
      // By the texts themselves: a long prompt with many preferences is in memory once.
      const known = asked.get(prompt) ?? new FirstLines();
      asked.set(prompt, known);
      const same = known.before(preference, row.line);
      if (same !== null) {
        problems.add(row.line, `asks the same as line ${String(same)}.`);
        return false;
      }
      const named = ids.before(id, row.line);
      if (named !== null) {
        problems.add(row.line, `has the id of line ${String(named)}.`);
      }
      return named === null;
    });
  });
}

/** On which line a text stood first. */
class FirstLines {
  readonly #lines = new Map<string, number>();

  /** The line on which it stood before; null where it is new. */
  before(text: string, line: number): number | null {
    const known = this.#lines.get(text);
    if (known === undefined) this.#lines.set(text, line);
    return known ?? null;
  }
}

/** What is wrong, as far as it is named. */
class Problems {
  readonly #named: PromptSetProblem[] = [];
  count = 0;

  /** @param line the sentence then begins with it */
  add(line: BadRow['line'] | null, sentence: string): void {
    this.count += 1;
    if (this.#named.length === PROMPT_FILE_LIMITS.problems) return;
    const whole = line === null ? sentence : `Line ${String(line)} ${sentence}`;
    this.#named.push({ line, sentence: whole });
  }

  named(): Pick<ReadPromptSet, 'problems' | 'furtherProblems'> {
    return { problems: this.#named, furtherProblems: this.count - this.#named.length };
  }
}
