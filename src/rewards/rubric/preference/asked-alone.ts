import { readCueSources } from '../cue-table.ts';
import table from './cues/alone.txt?raw';
import { NEGATOR } from './negation.ts';
import type { Span } from './unmeasured.ts';

const sourceOf = readCueSources(table);
const anyOf = (heading: string): string => `(?:${sourceOf(heading)})`;

const ALONE_BEFORE = new RegExp(`\\b${anyOf('alone')}(?:\\s+${anyOf('between')})*\\s*$`, 'iu');
const ALONE_AFTER = new RegExp(`^s?\\s*${anyOf('alone after')}(?!\\w)`, 'iu');
const WITH_CONDITION = new RegExp(`^\\w*\\s+${anyOf('condition')}\\b`, 'iu');
const ALONE_WITH_CONDITION = new RegExp(
  `^s?\\s*${anyOf('alone after')}\\s+${anyOf('condition')}\\b`,
  'iu',
);
/** "not only code", "don't want you to give me just the code": more than that is wanted. */
const NOT_ALONE = new RegExp(`\\b(?:${NEGATOR})\\s+(?:(?!but\\b)[\\w']+\\s+){0,5}$`, 'iu');

/** Letters around a wish in which is looked for what makes it the only one. */
const REACH = 160;

/** Is what stands there asked for and nothing else: "only emojis", "the code, nothing else"? */
export function isAlone(text: string, { start, end }: Span): boolean {
  const after = text.slice(end, end + REACH);
  if (WITH_CONDITION.test(after) || ALONE_WITH_CONDITION.test(after)) return false;
  const before = text.slice(Math.max(0, start - REACH), start);
  const alone = ALONE_BEFORE.exec(before);
  if (alone !== null) return !NOT_ALONE.test(clauseUpTo(before, alone.index));
  return ALONE_AFTER.test(after) && !NOT_ALONE.test(clauseUpTo(before, before.length));
}

const clauseUpTo = (text: string, end: number): string =>
  text
    .slice(0, end)
    .split(/[.,;:!?()\n]/)
    .at(-1) ?? '';
