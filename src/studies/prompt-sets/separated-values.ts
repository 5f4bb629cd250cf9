import { shortened } from '../../core/index.ts';
import type { ReadRow } from './file-rows.ts';

/** What tables are written with: commas, semicolons where a comma stands in numbers, tabs. */
const SEPARATORS = [',', ';', '\t'] as const;

type Separator = (typeof SEPARATORS)[number];

/**
 * The rows of a table of separated values (RFC 4180), its first row the names of its columns. It is separated by what parts
 * the first row most. Blank lines are no rows; a cell within quotes may hold separators, line ends and doubled quotes.
 *
 * A row whose quotes don't match is bad, and reading goes on in the line below; where a quote is never closed it ends.
 * Takes time in proportion to the text, whatever stands in it.
 *
 * @param text its lines end with a line feed
 */
export function* separatedValues(text: string): Generator<ReadRow, void, undefined> {
  const separator = separatorOf(text);
  let names: readonly string[] | null = null;
  for (const row of rowsOf(text, separator)) {
    if (names === null) {
      names = row.cells.map((name) => name.trim());
      const reason = row.problem ?? twiceIn(names);
      if (reason !== null) yield { line: row.line, reason };
    } else yield namedRow(row, names);
  }
}

function twiceIn(names: readonly string[]): string | null {
  const known = new Set<string>();
  for (const name of names) {
    if (name !== '' && known.has(name)) return `names two columns "${shortened(name, 60)}"`;
    known.add(name);
  }
  return null;
}

function namedRow({ line, cells, problem }: TableRow, names: readonly string[]): ReadRow {
  if (problem !== null) return { line, reason: problem };
  if (cells.length === names.length) {
    return { line, fields: new Map(names.map((name, place) => [name, cells[place]])) };
  }
  const [has, wanted] = [cells.length, names.length];
  return {
    line,
    reason: `has another number of cells (${String(has)}) than the first row (${String(wanted)})`,
  };
}

interface TableRow {
  /** On which it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Why it can't be read, as `BadRow.reason`. */
  readonly problem: string | null;
}

function separatorOf(text: string): Separator {
  const widths = SEPARATORS.map((separator) => {
    const first = rowsOf(text, separator).next();
    return first.done === true ? 0 : first.value.cells.length;
  });
  return SEPARATORS[widths.indexOf(Math.max(...widths))] ?? ',';
}

function* rowsOf(text: string, separator: Separator): Generator<TableRow, void, undefined> {
  const plain = new RegExp(`[^${separator}\n]*`, 'y');
  let line = 1;
  for (let at = 0; at < text.length;) {
    const { cells, problem, end } = rowAt(text, at, plain);
    const isBlank = problem === null && cells.length === 1 && cells[0]?.trim() === '';
    if (!isBlank) yield { line, cells, problem };
    line += lineFeedsWithin(text, at, end);
    at = end;
  }
}

/** @param plain matches a cell without quotes from where its `lastIndex` is set */
function rowAt(
  text: string,
  from: number,
  plain: RegExp,
): Pick<TableRow, 'cells' | 'problem'> & { readonly end: number } {
  const cells: string[] = [];
  for (let at = from; ;) {
    const isQuoted = text[at] === '"';
    const end = isQuoted ? endOfQuoted(text, at) : endOfPlain(text, at, plain);
    if (end === null) {
      return { cells, problem: 'has a quote that is never closed', end: text.length };
    }
    cells.push(isQuoted ? text.slice(at + 1, end - 1).replaceAll('""', '"') : text.slice(at, end));
    if (end >= text.length || text[end] === '\n') return { cells, problem: null, end: end + 1 };
    if (isQuoted && endOfPlain(text, end, plain) > end) {
      const problem = 'has text behind a quote that closes: a quote within a cell is doubled';
      const lineEnd = text.indexOf('\n', end);
      return { cells, problem, end: lineEnd === -1 ? text.length : lineEnd + 1 };
    }
    at = end + 1;
  }
}

function endOfPlain(text: string, from: number, plain: RegExp): number {
  plain.lastIndex = from;
  plain.test(text);
  return plain.lastIndex;
}

/** Behind the quote that closes the one at `from`; null where none does. */
function endOfQuoted(text: string, from: number): number | null {
  for (let at = from + 1; ; at += 2) {
    at = text.indexOf('"', at);
    if (at === -1) return null;
    if (text[at + 1] !== '"') return at + 1;
  }
}

function lineFeedsWithin(text: string, from: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) {
    count += 1;
  }
  return count;
}
