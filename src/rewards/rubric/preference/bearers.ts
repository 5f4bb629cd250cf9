import type { Span } from './unmeasured.ts';

/** Kinds of text that may only bear a wish: "I prefer essays to be brief" asks for no essay. */
const TEXTS =
  'explanations?|essays?|letters?|messages?|e-?mails?|reports?|summar(?:y|ies)|instructions?|guides?|stories|arguments?|descriptions?|conversations?|advice|information|facts|comparisons?|data';
/** Those who are to write it: "I want the author to sound warm". */
const WRITERS =
  '(?!(?:humor|number|register|order|header|letter|chapter|paper)\\b)[a-z]+(?:er|or|ist|ian)|coach|guide|host|expert|robot';
const BEFORE =
  'prefers?|preferred|like|likes|love|loves|want|wants|need|needs|expect|expects|wish|ask|for|that|if|the|your|my|all|any|every|our';
/** What is said of a bearer: that it is, or does, something. */
const SAID =
  "to\\s+(?!(?:me|us|my|the|a)\\b)|(?:should|must|that|which|ought|can|may|would|shouldn't|mustn't|aren't|isn't|don't|doesn't|do not|does not|not|never)\\b|(?:is|are|be)\\s|(?:adopt|carr|come|contain|feel|go|have|include|keep|read|show|sound|stay|strike|take|use)(?:s|es|ies)?\\s";
const BEARS = new RegExp(
  `\\b(?:${BEFORE})\\s+(?:(?:the|my|your|an?|key|main)\\s+){0,2}(${TEXTS}|${WRITERS})(?=\\s+(?:${SAID}))|\\b(messages)\\b`,
  'giu',
);

/** Where the bearers of wishes stand. */
export function findBearers(text: string): Span[] {
  return [...text.matchAll(BEARS)].map((match) => {
    const end = match.index + match[0].length;
    return { start: end - (match[1] ?? match[2] ?? '').length, end };
  });
}

const ALONE_BEFORE =
  /\b(?:only|just|nothing but|nothing except|nothing other than|solely|purely|exclusively|entirely)(?:\s+(?:use|using|with|in|of|the|by|raw|plain|working|a|python|me|give|write|reply|answer|respond|output|send))*\s*$/iu;
const ALONE_AFTER =
  /^s?\s*(?:,?\s*(?:only|alone|exclusively)\b|[,;:.–—-]?\s*(?:and\s+)?(?:nothing|no\s+(?:words|text|prose|explanations?|comments?|talk))(?:\s+(?:else|more|at all)|\b))/iu;
const WITH_CONDITION = /^\w*\s+(?:when|where|if|as|sparingly|rarely|once|in|for|at|to)\b/iu;

/** Is what stands there asked for and nothing else: "only emojis", "the code, nothing else"? */
export function isAlone(text: string, { start, end }: Span): boolean {
  const after = text.slice(end);
  if (WITH_CONDITION.test(after)) return false;
  return ALONE_BEFORE.test(text.slice(0, start)) || ALONE_AFTER.test(after);
}
