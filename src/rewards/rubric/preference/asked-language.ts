import { LANGUAGES } from '../text/languages.ts';
import { isNegated } from './negation.ts';
import type { Span } from './unmeasured.ts';

/** A language that the response is to be written in. */
export interface AskedLanguage extends Span {
  readonly language: string;
  /** False where the page knows the language by name only. */
  readonly seen: boolean;
}

const NAMES = [...LANGUAGES.keys()].join('|');
const HOW = '(?:(?:the|fluent|good|proper|native|brazilian|mexican|swiss|only|pure|correct)\\s+)*';
/** What is written: "your whole reply", "everything". */
const TEXT =
  '(?:answers?|repl(?:y|ies)|responses?|texts?|output|it|that|everything|all of it|essays?|emails?|letters?|summar(?:y|ies)|stor(?:y|ies)|messages?|translations?|versions?)';
/** What may follow where the name is that of a language and not of what comes: "in German law" is about a law. */
const ENDS_WISH =
  '(?=\\s*(?:$|[.,;:!?)—–]|(?:and|but|only|please|language|in|with|without|at|using|even|throughout|rather|not|instead|if|so|because|since|as|from|under|thanks|no|to|by)\\b))';

/** The ways to ask for a language; each has its name for its only group. */
const WAYS: readonly RegExp[] = [
  // "in German", "use fluent Spanish"; "in plain English" is a wish for plain words.
  `\\b(?:in|into|use|using|speak|speaking|read|understand|written in|auf)\\s+${HOW}(${NAMES})${ENDS_WISH}`,
  // "Italian, please", "I prefer Italian".
  `(?:^|\\b(?:prefer|want|like|choose|need)\\s+)${HOW}(${NAMES})(?=\\s*(?:$|[.!]|,?\\s*(?:please|thanks)\\b))`,
  // "Spanish would be best".
  `^\\s*(${NAMES})\\s+(?:is|would be|will be|works?|suits?)\\s+(?:\\w+\\s+)?(?:best|preferred|fine|nice|good|great|better|perfect|ideal|me)\\b`,
  // "French only", "only French".
  `\\b(${NAMES})\\s+only\\b`,
  `\\bonly\\s+(?:in\\s+)?(${NAMES})${ENDS_WISH}`,
  // "a German answer", "German-language answers".
  `\\b(${NAMES})(?:[- ]language)?\\s+${TEXT}\\b(?! (?:to|for|from)\\b)`,
  // "the reply must be German".
  `\\b${TEXT}\\s+(?:must|should|has to|have to|ought to|needs? to|is to|are to|shall|to)\\s+be\\s+(?:all\\s+|entirely\\s+)?${HOW}(${NAMES})${ENDS_WISH}`,
].map((source) => new RegExp(source, 'giu'));

/** "French and German law", "Arabic and Roman numerals": names of two kinds of a thing, not of languages. */
const NAMES_KINDS = new RegExp(
  `^\\s*(?:and|or|,|versus|vs\\.?)\\s+(?:(?:${NAMES})|\\p{Lu}\\p{L}+|\\p{L}+(?:an|ish|ese))\\s+(?!(?:and|or|but|only|please|with|without|in|as|for|if|to|at)\\b)\\p{L}`,
  'u',
);

/** The language asked for, that which stands first where there are more. */
export function findAskedLanguage(text: string): AskedLanguage | undefined {
  return WAYS.flatMap((way) => [...text.matchAll(way)])
    .map((match): AskedLanguage => {
      const language = (match[1] ?? '').toLowerCase();
      const place = { start: match.index, end: match.index + match[0].length };
      return { ...place, language, seen: LANGUAGES.get(language) === 'seen' };
    })
    .filter((found) => !NAMES_KINDS.test(text.slice(found.end)) && !isDenied(text, found))
    .sort((first, second) => first.start - second.start)
    .at(0);
}

/** "not in German", "don't use German"; "only German" beside a negation of something else is none. */
function isDenied(text: string, { start, end, language }: AskedLanguage): boolean {
  const name = start + text.slice(start, end).toLowerCase().indexOf(language);
  return isNegated(text, { start: name, end: name + language.length }, []);
}
