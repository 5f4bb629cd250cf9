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
/** A wish that is written in the language that it asks for. */
const OWN_NAMES: readonly (readonly [own: RegExp, language: string])[] = [
  [/\b(?:auf|in) deutsch\b/iu, 'german'],
  [/\ben espa[ñn]ol\b/iu, 'spanish'],
  [/\ben fran[çc]ais\b/iu, 'french'],
  [/\bin italiano\b/iu, 'italian'],
  [/\bem portugu[êe]s\b/iu, 'portuguese'],
  [/\bin het nederlands\b/iu, 'dutch'],
  [/\bpå svenska\b/iu, 'swedish'],
  [/\bpo polsku\b/iu, 'polish'],
];
const HOW = '(?:(?:the|fluent|good|proper|native|brazilian|mexican|swiss|only|pure|correct)\\s+)*';
/** What is written: "your whole reply", "everything". */
const TEXT =
  '(?:answers?|repl(?:y|ies)|responses?|texts?|output|it|that|everything|all of it|essays?|emails?|letters?|summar(?:y|ies)|stor(?:y|ies)|messages?|translations?|versions?)';
/** What may follow where the name is that of a language and not of what comes: "in German law" is about a law. */
const ENDS_WISH =
  '(?:\\s+(?:pls|plz|thx|thanks)\\b)?(?=\\s*(?:$|[.,;:!?)—–]|(?:and|but|only|please|language|in|with|without|at|using|even|throughout|rather|not|instead|if|so|because|since|as|for|from|under|thanks|no|to|by)\\b))';

/** The ways to ask for a language; each has its name for its only group. */
const WAYS: readonly RegExp[] = [
  // "in German", "use fluent Spanish"; "in plain English" is a wish for plain words.
  `\\b(?:translated?(?: \\w+){0,3} to|in|into|use|using|speaks?|speaking|reads?|understands?|auf|make (?:it|this)|(?:stick|keep|switch) to|stick with)\\s+(?:(?:very\\s+)?(?:simple|easy|basic)\\s+(?!english\\b))?${HOW}(${NAMES})${ENDS_WISH}`,
  // "Italian, please", "I prefer Italian".
  `(?:^|[,;:]\\s+|\\b(?:prefer|want|like|choose|need)\\s+)${HOW}(${NAMES})(?=\\s*(?:$|[.!]|,?\\s*(?:please|pls|thanks|thx)\\b))`,
  // "Spanish would be best".
  `^\\s*(${NAMES})\\s+(?:is|would be|will be|works?|suits?)\\s+(?:\\w+\\s+)?(?:best|preferred|fine|nice|good|great|better|perfect|ideal|me)\\b`,
  // "French only", "only French".
  `\\b(${NAMES})\\s+only\\b`,
  `\\bonly\\s+(?:in\\s+)?(${NAMES})${ENDS_WISH}`,
  // "a German answer", "German-language answers".
  `\\b(${NAMES})(?:[- ]language)?\\s+${TEXT}\\b(?! (?:to|for|from)\\b)`,
  // "the reply must be German".
  `\\b(?:${TEXT}|language)\\s+(?:must|should|has to|have to|ought to|needs? to|is to|are to|shall|to)\\s+be\\s+(?:all\\s+|entirely\\s+)?${HOW}(${NAMES})${ENDS_WISH}`,
].map((source) => new RegExp(source, 'giu'));

/** "French and German law", "Arabic and Roman numerals": names of two kinds of a thing, not of languages. */
const NAMES_KINDS = new RegExp(
  `^\\s*(?:and|or|,|versus|vs\\.?)\\s+(?:(?:${NAMES})|\\p{Lu}\\p{L}+|\\p{L}+(?:an|ish|ese))\\s+(?!(?:and|or|but|only|please|with|without|in|as|for|if|to|at)\\b)\\p{L}`,
  'u',
);

/** The language asked for, that which stands first where there are more. */
export function findAskedLanguage(text: string): AskedLanguage | undefined {
  const named = WAYS.flatMap((way) => [...text.matchAll(way)]).map((match) =>
    asked(match, (match[1] ?? '').toLowerCase()),
  );
  const inTheirOwn = OWN_NAMES.flatMap(([own, language]) => {
    const match = own.exec(text);
    return match === null ? [] : [asked(match, language)];
  });
  return [...named, ...inTheirOwn]
    .filter((found) => !NAMES_KINDS.test(text.slice(found.end)) && !isDenied(text, found))
    .sort((first, second) => first.start - second.start)
    .at(0);
}

const asked = (match: RegExpExecArray, language: string): AskedLanguage => ({
  ...{ start: match.index, end: match.index + match[0].length },
  ...{ language, seen: LANGUAGES.get(language) === 'seen' },
});

/** "not in German", "don't use German"; "only German" beside a negation of something else is none. */
function isDenied(text: string, { start, end, language }: AskedLanguage): boolean {
  const name = start + text.slice(start, end).toLowerCase().indexOf(language);
  return isNegated(text, { start: name, end: name + language.length }, []);
}
