/** A piece of HTML or SVG. Made by `markup` alone, so that no text gets into a page unescaped. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Markup | readonly Markup[];

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * HTML with values in it: texts and numbers are escaped for content and for attributes in quotes, pieces of markup stand as they are.
 * Attributes that hold addresses, styles or scripts take no value from outside.
 */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const pieces = strings.map((string, place) => `${string}${writtenOf(parts[place] ?? '')}`);
  return new Markup(pieces.join(''));
}

function writtenOf(part: Part): string {
  if (part instanceof Markup) return part.text;
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  return part.map(({ text }) => text).join('');
}

const WHITE_SPACE = new Set(['\t', '\n', '\r']);

/** Characters that no page may hold, controls and halves of pairs, are shown as unknown ones. */
function escaped(text: string): string {
  return Array.from(text, (letter) =>
    isUnwritable(letter) ? '\uFFFD' : (ESCAPED[letter] ?? letter),
  ).join('');
}

function isUnwritable(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0;
  const isControl = code < 0x20 || (code >= 0x7f && code < 0xa0);
  return (isControl && !WHITE_SPACE.has(letter)) || (code >= 0xd800 && code < 0xe000);
}
