import { readCueSources } from '../cue-table.ts';
import table from './cues/frames.txt?raw';
import type { Span } from './unmeasured.ts';

const sourceOf = readCueSources(table);
const anyOf = (heading: string): string => `(?:${sourceOf(heading)})`;

const BEARS = new RegExp(
  `\\b${anyOf('before a bearer')}\\s+(?:(?:the|my|your|an?|key|main)\\s+){0,2}(${sourceOf('text')}|${sourceOf('writer')})(?=\\s+${anyOf('said of a bearer')})|\\b(messages)\\b`,
  'giu',
);

/** Where stands what only bears a wish: the writer, or a kind of text that is to be something. */
export function findBearers(text: string): Span[] {
  return [...text.matchAll(BEARS)].map((match) => {
    const end = match.index + match[0].length;
    return { start: end - (match[1] ?? match[2] ?? '').length, end };
  });
}

const ALONE_BEFORE = new RegExp(`\\b${anyOf('alone')}(?:\\s+${anyOf('between')})*\\s*$`, 'iu');
const ALONE_AFTER = new RegExp(`^s?\\s*${anyOf('alone after')}(?!\\w)`, 'iu');
const WITH_CONDITION = new RegExp(`^\\w*\\s+${anyOf('condition')}\\b`, 'iu');

/** Is what stands there asked for and nothing else: "only emojis", "the code, nothing else"? */
export function isAlone(text: string, { start, end }: Span): boolean {
  const after = text.slice(end);
  if (WITH_CONDITION.test(after)) return false;
  return ALONE_BEFORE.test(text.slice(0, start)) || ALONE_AFTER.test(after);
}
