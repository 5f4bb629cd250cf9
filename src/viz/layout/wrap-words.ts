import { cutText } from '../../core/index.ts';

/** How text is fitted into a box of known width, without measuring the page (the same in Node and in the browser). */
export interface TextRoom {
  /** Columns of one average Latin letter; letters of East Asian scripts take two. */
  readonly columns: number;
  readonly lines: number;
}

/** The assumed average advance of a letter, in em, where the face can't be measured: a little above what most need. */
export const LETTER_WIDTH = 0.475;

/** The first words that fit, an ellipsis where some are left out. */
export function firstWords(text: string, room: TextRoom): readonly string[] {
  const lines = beginningOf(text, room);
  if (lines.length <= room.lines) return lines;
  const shown = lines.slice(0, room.lines);
  return [...shown.slice(0, -1), withEllipsis(shown.at(-1) ?? '', room.columns)];
}

/** A response of thousands of words needs no more than a screenful of wrapping; letters of many parts take more of it. */
function beginningOf(text: string, { columns, lines }: TextRoom): readonly string[] {
  for (const unitsPerColumn of [2, 16]) {
    const beginning = cutText(text, columns * (lines + 2) * unitsPerColumn);
    const wrapped = wrapWords(beginning, columns);
    if (wrapped.length > lines || beginning.length === text.length) return wrapped;
  }
  return wrapWords(text, columns);
}

/** The last words that fit, an ellipsis where some are left out: what is being written now. */
export function lastWords(text: string, room: TextRoom): readonly string[] {
  // Of the text's end, as many letters as fit: cut between two of them, never within one.
  const end = text.slice(-room.columns * room.lines * 8);
  const tail = lettersOf(end)
    .slice(-room.columns * room.lines)
    .join('');
  const isCut = tail.length < text.length;
  // The tail may begin inside a word: that piece is dropped.
  const lines = wrapWords(isCut ? tail.replace(/^\S*\s/, '') : tail, room.columns - 1);
  const shown = lines.slice(-room.lines);
  if (!isCut && lines.length <= room.lines) return shown;
  return [`…${shown[0] ?? ''}`, ...shown.slice(1)];
}

/** Breaks text into lines of at most so many columns; words longer than a line are split. */
export function wrapWords(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of unpiled(text)
    .split(/\s+/)
    .filter((part) => part !== '')) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (widthOf(joined) <= columns) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = splitWord(word, columns);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  return line === '' ? lines : [...lines, line];
}

/** No script piles more marks on a letter; more would stand far outside the box. */
const PILED_MARKS = /(\p{M}{4})\p{M}+/gu;

function unpiled(text: string): string {
  return text.replace(PILED_MARKS, '$1');
}

/** The line with an ellipsis; where that is too long, without its last word. */
function withEllipsis(line: string, columns: number): string {
  if (widthOf(line) < columns) return `${line}…`;
  const space = line.lastIndexOf(' ');
  return `${space > 0 ? line.slice(0, space) : trimTo(line, columns - 1)}…`;
}

function splitWord(word: string, columns: number): readonly string[] {
  const pieces: string[] = [];
  let rest = word;
  while (widthOf(rest) > columns) {
    const head = trimTo(rest, columns);
    if (head === '') break;
    pieces.push(head);
    rest = rest.slice(head.length);
  }
  return [...pieces, rest];
}

function trimTo(text: string, columns: number): string {
  let width = 0;
  let kept = '';
  for (const letter of lettersOf(text)) {
    width += widthOf(letter);
    if (width > columns) break;
    kept += letter;
  }
  return kept;
}

function widthOf(text: string): number {
  if (ONE_COLUMN_EACH.test(text)) return text.length;
  let width = 0;
  for (const letter of lettersOf(text)) width += (letter.codePointAt(0) ?? 0) >= 0x2e80 ? 2 : 1;
  return width;
}

const ONE_COLUMN_EACH = /^[ -~]*$/;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** What a reader takes for letters (graphemes): an accent or an emoji's parts stay with what they belong to. */
function lettersOf(text: string): readonly string[] {
  if (ONE_COLUMN_EACH.test(text)) return Array.from(text);
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
