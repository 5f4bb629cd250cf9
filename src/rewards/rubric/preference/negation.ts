const NEGATORS =
  "not|no|non|never|without|avoid(?:s|ing)?|don't|doesn't|do not|isn't|aren't|shouldn't|won't|can't|neither|nor|skip(?:s|ping)?|omit(?:s|ting)?|leave out|leaving out|free of|free from|instead of|rather than|refrain(?:s|ing)? from|stay away from|steer clear of|less|fewer|minimal|minimi[sz]e|(?<!\\ba )little|low|zero|hates?|dislikes?|tired of|cut(?:s|ting)?(?: out)?|limit(?:ed)?|lacks?|stop|drop|reduc(?:e|es|ed|ing)|over";
const BLOCKERS = 'but|only|just|merely|because|and|or|while|so';

/** A negator and at most six plain words before the cue. "not only", "not just" negate nothing. */
const NEGATED_BEFORE = new RegExp(
  `\\b(?:${NEGATORS})[\\s-]+(?!(?:only|just|merely)\\b)(?:(?!(?:${BLOCKERS})\\b)[\\w'-]+\\s+){0,6}$`,
  'i',
);
/** "prose over bullets" negates the next word or two, not a whole clause. */
const FAR_OVER = /\bover\s+(?:[\w'-]+\s+){3,}$/i;
const FREE_AFTER = /^(?:-|\s)free\b/i;

/** Characters before a cue in which its negation is looked for. */
const REACH = 120;

/** The part of the text before `start` that a negation can come from. */
const clauseBefore = (text: string, start: number): string =>
  /[^.,;:!?()\n]*$/.exec(text.slice(Math.max(0, start - REACH), start))?.[0] ?? '';

/** "I prefer prose to bullet points": what comes after the "to" is asked against. */
const LESS_PREFERRED = /\bprefer(?:s|red)?\b[^.;:!?]*\bto\s+(?:[\w'-]+\s+){0,2}$/i;
const PREFER_TO_DO =
  /\bprefer(?:s|red)?\s+(?:[\w'-]+\s+){0,3}to\s+(?:be|have|get|see|read|hear|use|write|keep|avoid|learn|know|make|give|include|start|answer)\b/i;

/** Is the cue between `start` and `end` asked against? */
export function isNegated(text: string, start: number, end: number): boolean {
  if (FREE_AFTER.test(text.slice(end))) return true;
  const before = clauseBefore(text, start);
  if (LESS_PREFERRED.test(before) && !PREFER_TO_DO.test(before)) return true;
  return NEGATED_BEFORE.test(before) && !FAR_OVER.test(before);
}

/** "no jargon, headings or tables": what stands between two cues of one negated list. */
const SAME_LIST = /^s?\s*(?:,\s*)?(?:(?:or|nor|and|&|\/)\s+)?(?:any\s+|of\s+)?$/i;

/** Does a negation of the cue before carry on to the next one? A bare comma carries it only towards an "or". */
export function carriesNegation(text: string, previousEnd: number, start: number): boolean {
  const between = text.slice(previousEnd, start);
  if (!SAME_LIST.test(between)) return false;
  if (/\b(?:or|nor|and)\b|[&/]/i.test(between)) return true;
  const rest = /^[^.;:!?\n]*/.exec(text.slice(start))?.[0] ?? '';
  return between.includes(',') && /\b(?:or|nor)\b/i.test(rest);
}
