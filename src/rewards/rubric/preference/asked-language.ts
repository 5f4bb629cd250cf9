import { LANGUAGES } from '../text/languages.ts';
import type { Span } from './unmeasured.ts';

/** A language that the response is to be written in. */
export interface AskedLanguage extends Span {
  readonly language: string;
  /** False where the page knows the language by name only. */
  readonly seen: boolean;
}

const NAMES = [...LANGUAGES.keys()].join('|');
/** "in German", "use fluent Spanish"; "in plain English" is a wish for plain words, and "German cars" for neither. */
const ASKED = new RegExp(
  `\\b(?:in|into|use|using|speak|written in)\\s+(?:(?:the|fluent|good|proper|native|brazilian|mexican|swiss|only)\\s+)*(${NAMES})(?=\\s*(?:$|[.,;:!?)]|and\\b|only\\b|please\\b|language\\b|in\\b|with\\b|without\\b|at\\b|using\\b))`,
  'giu',
);
/** "Italian, please", "I prefer Italian". */
const BARE = new RegExp(
  `(?:^|\\b(?:prefer|want|like)\\s+)(${NAMES})(?=\\s*(?:$|[.!]|,?\\s*please\\b))`,
  'giu',
);
/** "French only", "only French". */
const ONLY = new RegExp(`\\b(?:(${NAMES})\\s+only|only\\s+(?:in\\s+)?(${NAMES}))\\b`, 'giu');

/** The first language asked for. */
export function findAskedLanguage(text: string): AskedLanguage | undefined {
  for (const match of [...text.matchAll(ASKED), ...text.matchAll(ONLY), ...text.matchAll(BARE)]) {
    const before = text.slice(0, match.index);
    if (/\b(?:not|never|don't \w+|without|no)\s+$/i.test(before)) continue;
    const language = (match[1] ?? match[2] ?? '').toLowerCase();
    const place = { start: match.index, end: match.index + match[0].length };
    return { ...place, language, seen: LANGUAGES.get(language) === 'seen' };
  }
  return undefined;
}
