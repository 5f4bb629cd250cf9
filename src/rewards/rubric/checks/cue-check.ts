import type { Subject, TraitCheck } from '../check.ts';
import { counted, quoted } from '../text/wording.ts';
import type { TraitId } from '../trait-ids.ts';

interface CueCheckPlan {
  readonly id: TraitId;
  readonly label: string;
  readonly noun: string;
  readonly explanation: string;
  /** Regular-expression fragments for whole words, separated by "|" and white space; a space in a fragment is "_". */
  readonly cues: string;
  /** Words that go with the trait but stand in many other texts: a quarter of the weight. */
  readonly weakCues?: string;
  /** Weight of cues at which half the credit is earned, 1 if left out: more for traits whose cues are common. */
  readonly half?: number;
  /** Fragments that need no word boundary, such as punctuation. */
  readonly signs?: RegExp;
}

/** A repeated cue adds less than a new one. */
const REPEATED_CUE = 0.3;
const WEAK_CUE = 0.25;
/** One cue in this many words is half of what can be earned. */
const WORDS_PER_CUE = 80;

/** Cues against length: half the credit at `half` cues (as many in each 80 words of longer texts), never all of it. */
export const cueShare = (cues: number, words: number, half = 1): number =>
  cues / (cues + half * Math.max(1, words / WORDS_PER_CUE));

/** A matcher of whole words and phrases from a "|" separated list. */
export function phrasePattern(cues: string): RegExp {
  const fragments = cues
    .split('|')
    .map((cue) => cue.trim().replace(/\s+/g, '').replace(/_\?/g, '\\s*').replace(/_/g, '\\s+'))
    .filter((cue) => cue !== '');
  // Letters by range: with \p{L} and the flag "u" the long lists take three times as long.
  const letter = '[a-z0-9\\u00c0-\\u024f]';
  return new RegExp(`(?<!${letter})(?:${fragments.join('|')})(?!${letter})`, 'gi');
}

/** Matches of a pattern in the response, each different one weighing 1 and each repeat 0.3. */
export function countCues(
  text: string,
  patterns: readonly RegExp[],
): { weight: number; distinct: string[]; total: number } {
  const found = patterns.flatMap((pattern) => text.match(pattern) ?? []).map((cue) => cue.trim());
  const distinct = [...new Set(found.map((cue) => cue.toLowerCase()))];
  const repeats = found.length - distinct.length;
  return { weight: distinct.length + REPEATED_CUE * repeats, distinct, total: found.length };
}

/** A check that counts surface cues: words, phrases and signs that go with a trait. */
export function createCueCheck(plan: CueCheckPlan): TraitCheck {
  const weakPatterns = plan.weakCues ? [phrasePattern(plan.weakCues)] : [];
  const patterns = [phrasePattern(plan.cues), ...(plan.signs ? [plan.signs] : [])];
  return {
    id: plan.id,
    label: plan.label,
    noun: plan.noun,
    explanation: plan.explanation,
    defaultWeight: 1,
    englishOnly: true,
    presence({ response }: Subject) {
      const { weight, distinct, total } = countCues(response.text, patterns);
      const weak = countCues(response.text, weakPatterns).weight * WEAK_CUE;
      const examples = total > 0 ? `, such as ${quoted(distinct)}` : '';
      return {
        share: cueShare(weight + weak, response.words.length, plan.half),
        found: `${counted(total, 'clear cue')} of ${plan.noun}${examples}`,
      };
    },
  };
}
