import { readCueSources } from '../cue-table.ts';
import table from './cues/negation.txt?raw';
import { NUMBER } from './number-words.ts';
import type { Span } from './unmeasured.ts';

const sourceOf = readCueSources(table);
/** The source of what turns round whatever comes after it. */
export const NEGATOR = sourceOf('negator');
const BLOCKER = sourceOf('blocker');

/** A negator and at most ten plain words before the cue. "not only", "not just" negate nothing. */
const NEGATED_BEFORE = new RegExp(
  `\\b(?:${NEGATOR}|${sourceOf('negator of a wish')})[\\s-]+(?:(?!(?:${BLOCKER})\\b)[\\w'-]+\\s+){0,10}$`,
  'i',
);
/** "prose over bullets" negates the next word or two, not a whole clause; "less talk than facts" the talk alone. */
const TOO_FAR =
  /\b(?:instead of|rather than|as opposed to|in (?:place|lieu) of)\s+(?:[\w'-]+\s+){1,4}?(?:please|give|use|write|make|i|i'd|show|provide|put|go)\s|(?<!glazed? )\bover\s+(?:[\w'-]+\s+){3,}$|\b(?:less|fewer)\b.*\bthan\s/i;
/** What may be so: "formal answers annoy me". */
const TEXTS = `(?:${sourceOf('texts')})`;
const DISLIKED_AFTER = new RegExp(
  `^(?:-|\\s)free\\b|^s?(?:\\s+${TEXTS})?(?:\\s+(?:and|or)\\s+["\\w'-]+(?:\\s+["\\w'-]+)?)?\\s+(?:(?:${sourceOf('said of it')})\\s+)*(?:${sourceOf('disliked')})(?!\\w|,? but (?:(?:i|we) (?:like|love|want|need|enjoy) (?:them|it)|useful|helpful|fine|good|welcome|needed)\\b)`,
  'i',
);
/** "Lists in an email tire me": the cue is what the sentence begins with. */
const BEGINS = new RegExp(`^\\s*(?:(?:${sourceOf('begins')})\\s+)*$`, 'i');
const SAID_AGAINST = new RegExp(
  `^s?\\s+(?:(?!(?:${sourceOf('not against it')})\\b)[\\w'-]+\\s+){0,6}?(?:${sourceOf('against it')})(?![\\w'])`,
  'i',
);
/** "keep examples out of it": around the cue. */
const KEPT_OUT =
  /\b(?:keep|keeps|hold|leave|leaves|save|cut|take|strip|rule|throw|filter)\s+(?:[\w'-]+\s+){0,3}$/i;
const OUT_AFTER =
  /^s?\s+(?:out|off|away|aside|behind|to yourself|for (?:later|others|some(?:one|body) else)|at (?:home|the (?:office|door))|(?:to|at) (?:an? |the )?(?:absolute |bare |strict )?minimum)\b(?! loud)/i;
/** "Emojis? No thanks.", "Bullet points: never.", "Jokes yes, emojis no." */
const REFUSED_AFTER =
  /^s?(?:\s*[?:,–—-]+\s*(?:no|nope|nah|never|none|don't|forget it|please don't|not)|\s+(?:no|never|none))\b(?:,? (?:please|thanks|thank you|way|ever|at all|for me|here))*\s*(?:[.,;!]|$)/i;
/** "Tables? Skip them.", "lists don't fit my screen, so leave them out". */
const REFUSED_LATER =
  /^s?[^,.!?;:]{0,50}[,.!?;:–—-]+\s*(?:(?:so|and|then|please|just|better)\s+)*(?:(?:avoid|skip|drop|omit|ditch|lose|scrap|cut|remove)\s+(?:them|it|those)|(?:leave|keep|cut|take)\s+(?:them|it|those)\s+(?:out|off|away)|(?:don't|do not|never|no need to)\s+(?:list|mention|include|use|add|give|repeat|show|put|bring|need|want)\s+(?:them|it|those))(?=,? (?:please|altogether|entirely)\b|\s*(?:[.,!;]|$))/i;
/** "You always end with a question. Please stop doing that." */
const TO_STOP =
  /^s?[^.!?;]{0,40}[.!?;,–—-]+\s*(?:(?:so|and|please|just)\s+){0,3}stop (?:doing )?(?:it|that|this)\b/i;
/** "An answer without examples is worthless": what is missed is asked for. */
const LACKING_BEFORE =
  /\b(?:without|with no|lacking|missing|devoid of|too few|too little|not enough)\s+(?:[\w'-]+\s+){0,3}$/i;
const LACK_DEPLORED = new RegExp(
  `^s?,?\\s+(?:(?:it|this|that|they|the \\w+|your \\w+)\\s+)?(?:i get|i'm|i am|i feel|i can't|i don't|is|are|would be|seems?|feels?|looks?|sounds?|means?|does|do|will be)\\s+(?:[\\w']+\\s+){0,2}(?:${sourceOf('what a lack makes it')})\\b`,
  'i',
);
const NEGATES_NOTHING = new RegExp(`\\b(?:${sourceOf('negates nothing')})\\b`, 'gi');
/** "no-nonsense", "low-key": the negator in a compound turns nothing round behind it. */
const COMPOUND = /(?<![\w']-?)[\w']+(?:-[\w']+)+(?=\s)/g;
const ASKED_FOR = new RegExp(`\\b(?:${sourceOf('asked for')})\\s*$`, 'i');

/** Of two things compared, where the lesser begins. */
const LESSER = `\\s+(?:(?:${sourceOf('lesser')})\\s+){0,3}$`;
const PREFERRED_TO = new RegExp(`\\b(?:prefer\\w*|preferable)\\b(?<between>.*)\\bto${LESSER}`, 'i');
const THAN = new RegExp(
  `\\b(?:rather|sooner|better|more|preferable|easier|clearer|nicer)\\b(?<between>.*)\\bthan${LESSER}`,
  'i',
);

const BEATEN = new RegExp(
  `(?:>|\\b(?:preferable to|superior to|better than|beats?|trumps?|outweighs?|more than|rather than|sooner than|higher than|above|ahead of|in preference to))${LESSER}`,
  'i',
);

/** "Your answers are too long": so it is, and should not be. */
const TOO = /\btoo(?:\s+(?:very|damn|\w+ly))?\s+$/i;
/** "Better too short than too long": the first of the two is the lesser evil. */
const RATHER_TOO = /\b(?:better|rather|sooner)(?: be)?(?: too)?\s+$/i;
const BEGINS_TOO = /^too\s/i;
/** "Who needs examples? I do." */
const I_DO = /^s?[^.!?;]{0,40}\?\s+(?:well, )?(?:i|we|me|us)\b(?! (?:don't|do not|never))/i;
const WHO_NEEDS = /\bwho\s+(?:needs|wants)\b/i;

/** Characters before a cue in which its negation is looked for. */
const REACH = 160;

/** The part of the text before `start` that a negation can come from. */
const clauseBefore = (text: string, start: number): string =>
  text
    .slice(Math.max(0, start - REACH), start)
    .split(/[.,;:!?()\n]/)
    .at(-1) ?? '';

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
  if (REFUSED_AFTER.test(after) || isDisliked(text, end)) return !LACKING_BEFORE.test(before);
  if (TO_STOP.test(after)) return !isAskedFor(before);
  if (BEGINS.test(before) && (REFUSED_LATER.test(after) || SAID_AGAINST.test(after))) return true;
  if (LACKING_BEFORE.test(before) && LACK_DEPLORED.test(after)) return false;
  if (OUT_AFTER.test(after)) {
    const kept = KEPT_OUT.exec(before);
    if (kept !== null) return !holdsNegator(before.slice(0, kept.index));
  }
  if (isLesser(before, start, wishes)) return true;
  if (isAskedFor(before) || (WHO_NEEDS.test(before) && I_DO.test(after))) return false;
  if (RATHER_TOO.test(before)) return false;
  if (TOO.test(before) || BEGINS_TOO.test(text.slice(start, end))) return true;
  const plain = before.replace(COMPOUND, 'x').replace(NEGATES_NOTHING, 'x');
  return NEGATED_BEFORE.test(plain) && !TOO_FAR.test(plain);
}

/** "No more than two examples": a bound is no negation of what it counts. */
const BOUND = new RegExp(`\\b(?:more|fewer|less) than (?:${NUMBER}|an?) (?:[\\w-]+ )?$`, 'i');

const BOUND_AFTER = new RegExp(
  `^s? (?:to|longer than) (?:at most |a maximum of )?(?:${NUMBER})\\b`,
  'i',
);

/** Is only the number bounded of what stands there? */
export const isBounded = (text: string, { start, end }: Span): boolean =>
  BOUND.test(text.slice(Math.max(0, start - REACH), start)) || BOUND_AFTER.test(text.slice(end));

/** Does a negation before a wish ask for it: "don't forget the", "no answer without"? */
export const isAskedFor = (before: string): boolean => ASKED_FOR.test(before);

const ANY_NEGATOR = new RegExp(`\\b(?:${NEGATOR})\\b`, 'i');
const holdsNegator = (before: string): boolean => ANY_NEGATOR.test(before);

/** "no jargon, headings or tables": what stands between two cues of one negated list. */
const SAME_LIST =
  /^s?(?:\s+(?:me|us|it))?\s*(?:,\s*)?(?:(?:or|nor|and|&|\/)\s+)?(?:(?:any|no|of|the|too many|my)\s+)?$/i;
/** Things, as far as their ending tells, rather than how the text is to be: "no emojis, slang and jokes". */
const THINGS = /(?:[^su]s|ing|slang|jargon|humou?r|irony|prose|code|markdown|talk|bold|text)$/i;

/** "over a cold, technical one", "no wordy, flowery prose": what is said of one thing. */
const OF_A_REFUSED =
  /\b(?:over|than|of|no|avoid|without|dislike|hate|don't (?:like|want|need)) (?:an? |the )?[\w-]+$/i;
const OF_ONE_THING = /^(?: [\w-]+)?(?: [\w-]+s| ones?| answer| tone| prose| writing| language)\b/i;

/** "avoid the passive and keep sentences short": what begins with a verb is a wish of its own. */
const ORDER =
  /^(?:keep|make|have|use|write|give|be|get|go|start|begin|end|add|include|ask|explain|say)\b/i;

/** Does a negation of the cue before carry on to the next one? A bare comma carries it only along a list. */
export function carriesNegation(text: string, previousEnd: number, next: Span): boolean {
  const between = text.slice(previousEnd, next.start);
  if (!SAME_LIST.test(between) || ORDER.test(text.slice(next.start))) return false;
  if (/\b(?:or|nor|and)\b|[&/]/i.test(between)) return true;
  const before = text.slice(Math.max(0, previousEnd - REACH), previousEnd);
  if (between === ' ' && /[^su]s$/i.test(text.slice(next.start, next.end))) return true;
  if (between === ', ' && OF_A_REFUSED.test(before) && OF_ONE_THING.test(text.slice(next.end)))
    return true;
  if (!between.includes(',')) return false;
  const rest = /^[^.;:!?\n]*/.exec(text.slice(next.start))?.[0] ?? '';
  return (
    /\b(?:or|nor)\b/i.test(rest) ||
    (THINGS.test(text.slice(next.start, next.end)) && /^[\w', -]*,? and\b/i.test(rest))
  );
}
