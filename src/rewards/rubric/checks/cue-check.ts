import type { Subject, TraitCheck, TraitId } from '../check.ts';
import { readCueSources } from '../cue-table.ts';
import { counted, quoted } from '../text/wording.ts';

interface CueCheckPlan {
  readonly id: TraitId;
  readonly label: string;
  readonly noun: string;
  readonly explanation: string;
  /** Weight of cues at which half the credit is earned, 1 if left out: more for traits whose cues are common. */
  readonly half?: number;
  /** False where the table has no weak cues of it. */
  readonly weak?: false;
  /** Cues that need no word boundary, such as punctuation. */
  readonly signs?: RegExp;
}

/** The cues of a table, by heading. */
export interface CueLists {
  /** The source of a regular expression that matches any cue under a heading. */
  readonly source: (heading: string) => string;
  /** A matcher of whole words and phrases; a space in a cue is any white space. */
  readonly pattern: (heading: string) => RegExp;
  /**
   * A check that counts the cues under its id, and at a quarter of the weight those under "id: weak": words that go with the
   * trait but stand in many other texts.
   */
  readonly check: (plan: CueCheckPlan) => TraitCheck;
}

/** A repeated cue adds less than a new one. */
const REPEATED_CUE = 0.3;
const WEAK_CUE = 0.25;
/** One cue in this many words is half of what can be earned. */
const WORDS_PER_CUE = 80;

/** Cues against length: half the credit at `half` cues (as many in each 80 words of longer texts), never all of it. */
export const cueShare = (cues: number, words: number, half = 1): number =>
  cues / (cues + half * Math.max(1, words / WORDS_PER_CUE));

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

/** Takes the cues of a table of `cues/` for the checks of a file. */
export function readCueLists(table: string): CueLists {
  const source = readCueSources(table);
  const pattern = (heading: string): RegExp => wholeWords(source(heading));
  const check = (plan: CueCheckPlan): TraitCheck => {
    const weak = plan.weak === false ? [] : [pattern(`${plan.id}: weak`)];
    return createCueCheck(plan, pattern(plan.id), weak);
  };
  return { source, pattern, check };
}

function wholeWords(source: string): RegExp {
  const spaced = source.replaceAll(' ?', '\\s*').replaceAll(' ', '\\s+');
  // Letters by range: with \p{L} and the flag "u" the long lists take three times as long.
  const letter = '[a-z0-9\\u00c0-\\u024f]';
  return new RegExp(`(?<!${letter})(?:${spaced})(?!${letter})`, 'gi');
}

function createCueCheck(plan: CueCheckPlan, cues: RegExp, weakCues: readonly RegExp[]): TraitCheck {
  const patterns = plan.signs ? [cues, plan.signs] : [cues];
  return {
    id: plan.id,
    label: plan.label,
    noun: plan.noun,
    explanation: plan.explanation,
    defaultWeight: 1,
    englishOnly: true,
    presence({ response }: Subject) {
      const { weight, distinct, total } = countCues(response.text, patterns);
      const weak = countCues(response.text, weakCues).weight * WEAK_CUE;
      const examples = total > 0 ? `, such as ${quoted(distinct)}` : '';
      return {
        share: cueShare(weight + weak, response.words.length, plan.half),
        found: `${counted(total, 'clear cue')} of ${plan.noun}${examples}`,
      };
    },
  };
}
