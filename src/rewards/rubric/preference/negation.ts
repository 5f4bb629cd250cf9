import { readCueSources } from '../cue-table.ts';
import table from './cues/negation.txt?raw';
import type { Span } from './unmeasured.ts';

const sourceOf = readCueSources(table);
/** The source of what turns round whatever comes after it. */
export const NEGATOR = sourceOf('negator');
const BLOCKER = sourceOf('blocker');

/** A negator and at most ten plain words before the cue. "not only", "not just" negate nothing. */
const NEGATED_BEFORE = new RegExp(
  `\\b(?:${NEGATOR}|${sourceOf('negator of a wish')})[\\s-]+(?!(?:only|just|merely)\\b)(?:(?!(?:${BLOCKER})\\b)[\\w'-]+\\s+){0,10}$`,
  'i',
);
/** "prose over bullets" negates the next word or two, not a whole clause; "less talk than facts" the talk alone. */
const TOO_FAR = /\bover\s+(?:[\w'-]+\s+){3,}$|\b(?:less|fewer)\b.*\bthan\s/i;
const DISLIKED_AFTER = new RegExp(
  `^(?:-|\\s)free\\b|^s?(?:\\s+(?:and|or)\\s+[\\w'-]+(?:\\s+[\\w'-]+)?)?\\s+(?:(?:${sourceOf('said of it')})\\s+)*(?:${sourceOf('disliked')})(?!\\w)`,
  'i',
);
/** "keep examples out of it": around the cue. */
const KEPT_OUT =
  /\b(?:keep|keeps|leave|leaves|cut|take|strip|rule|throw|filter)\s+(?:[\w'-]+\s+){0,3}$/i;
const OUT_AFTER = /^s?\s+(?:out|away|aside)\b(?! loud)/i;
const ASKED_FOR = new RegExp(`\\b(?:${sourceOf('asked for')})\\s*$`, 'i');

/** Of two things compared, where the lesser begins. */
const LESSER = `\\s+(?:(?:${sourceOf('lesser')})\\s+){0,3}$`;
const PREFERRED_TO = new RegExp(`\\b(?:prefer\\w*|preferable)\\b(?<between>.*)\\bto${LESSER}`, 'i');
const THAN = new RegExp(
  `\\b(?:rather|sooner|better|more|preferable)\\b(?<between>.*)\\bthan${LESSER}`,
  'i',
);

const BEATEN = new RegExp(
  `\\b(?:preferable to|superior to|better than|beats?|trumps?|outweighs?|matters? more than)${LESSER}`,
  'i',
);

/** Characters before a cue in which its negation is looked for. */
const REACH = 160;

/** The part of the text before `start` that a negation can come from. */
const clauseBefore = (text: string, start: number): string =>
  /[^.,;:!?()\n]*$/.exec(text.slice(Math.max(0, start - REACH), start))?.[0] ?? '';

/** Is something said against what ends at a place: "… make me cringe"? */
export const isDisliked = (text: string, end: number): boolean =>
  DISLIKED_AFTER.test(text.slice(end, end + REACH));

/**
 * Is the wish that stands last before the cue compared with the cue, as the better of the two? "I prefer prose to lists"
 * compares two wishes; "I prefer the model to list them" has but one.
 */
function isLesser(before: string, start: number, wishes: readonly Span[]): boolean {
  const offset = start - before.length;
  return [PREFERRED_TO, THAN, BEATEN].some((pattern) => {
    const match = pattern.exec(before);
    if (match === null) return false;
    const from = pattern === BEATEN ? offset : offset + match.index;
    return wishes.some((wish) => wish.start >= from - 1 && wish.end <= start - 3);
  });
}

/**
 * Is the cue between `start` and `end` asked against?
 * @param wishes what else is wished: a comparison needs two
 */
export function isNegated(text: string, { start, end }: Span, wishes: readonly Span[]): boolean {
  const after = text.slice(end, end + REACH);
  const before = clauseBefore(text, start);
  if (isDisliked(text, end) || (KEPT_OUT.test(before) && OUT_AFTER.test(after))) return true;
  if (isLesser(before, start, wishes)) return true;
  if (ASKED_FOR.test(before)) return false;
  return NEGATED_BEFORE.test(before) && !TOO_FAR.test(before);
}

/** "no jargon, headings or tables": what stands between two cues of one negated list. */
const SAME_LIST =
  /^s?(?:\s+(?:me|us|it))?\s*(?:,\s*)?(?:(?:or|nor|and|&|\/)\s+)?(?:(?:any|no|of|the|too many|my)\s+)?$/i;
/** Things, as far as their ending tells, rather than how the text is to be: "no emojis, slang and jokes". */
const THINGS = /(?:[^su]s|ing|slang|jargon|humou?r|irony|prose|code|markdown|talk|bold)$/i;

/** Does a negation of the cue before carry on to the next one? A bare comma carries it only along a list. */
export function carriesNegation(text: string, previousEnd: number, next: Span): boolean {
  const between = text.slice(previousEnd, next.start);
  if (!SAME_LIST.test(between)) return false;
  if (/\b(?:or|nor|and)\b|[&/]/i.test(between)) return true;
  if (!between.includes(',')) return false;
  const rest = /^[^.;:!?\n]*/.exec(text.slice(next.start))?.[0] ?? '';
  return (
    /\b(?:or|nor)\b/i.test(rest) ||
    (THINGS.test(text.slice(next.start, next.end)) && /^[\w' -]*,? and\b/i.test(rest))
  );
}
