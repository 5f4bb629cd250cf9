/** How a text is laid out, read from Markdown and its plain-text look-alikes. */
export interface Layout {
  /** Non-empty lines without their list or heading marks. */
  readonly blocks: readonly string[];
  readonly lines: readonly string[];
  readonly bullets: readonly string[];
  readonly numbered: readonly string[];
  readonly headings: readonly string[];
  readonly tableRows: number;
  /** Runs of ordinary lines between blank lines, lists, headings and tables. */
  readonly paragraphs: number;
  readonly boldSpans: number;
  readonly codeFences: number;
}

const BULLET = /^\s*[-*+•‣▪◦●–]\s+|^\s*[-*•‣▪◦●–]$/;
const NUMBERED = /^\s*(?:\*\*)?(?:\(?\d{1,3}[.):]|step\s+\d{1,3}\b[.:)]?)(?:\*\*)?(?:\s+|$)/i;
const HEADING = /^\s*#{1,6}\s+|^\s*\*\*[^*]{2,60}\*\*:?\s*$/;
const TABLE_ROW = /^\s*\|.*\|\s*$/;

type LineKind = 'bullet' | 'numbered' | 'heading' | 'table' | 'ordinary';

function kindOf(line: string): LineKind {
  if (TABLE_ROW.test(line)) return 'table';
  if (HEADING.test(line)) return 'heading';
  if (BULLET.test(line)) return 'bullet';
  return NUMBERED.test(line) ? 'numbered' : 'ordinary';
}

const withoutMarks = (line: string): string =>
  line
    .replace(/^\s*#{1,6}\s+/, '')
    .replace(BULLET, '')
    .replace(NUMBERED, '')
    .replace(/\*\*/g, '')
    .trim();

/** Reads lists, headings, tables and paragraphs. */
export function readLayout(text: string): Layout {
  const kinds = text.split('\n').map((line) => ({
    line,
    kind: line.trim() === '' ? ('blank' as const) : kindOf(line),
  }));
  const filled = kinds.filter(({ kind }) => kind !== 'blank');
  const contentOf = (wanted: LineKind) =>
    filled.filter(({ kind }) => kind === wanted).map(({ line }) => withoutMarks(line));
  return {
    blocks: filled.filter(({ kind }) => kind !== 'table').map(({ line }) => withoutMarks(line)),
    lines: filled.map(({ line }) => line.trim()),
    bullets: contentOf('bullet'),
    numbered: contentOf('numbered'),
    headings: contentOf('heading'),
    tableRows: filled.filter(({ kind }) => kind === 'table').length,
    paragraphs: kinds.filter(
      ({ kind }, place) => kind === 'ordinary' && kinds[place - 1]?.kind !== 'ordinary',
    ).length,
    boldSpans: text.match(/\*\*[^*\n]+\*\*/g)?.length ?? 0,
    codeFences: text.match(/^[^\S\n\r\u2028\u2029]*```/gm)?.length ?? 0,
  };
}
