import { FUNCTION_WORDS } from '../text/words.ts';

/** A part of a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Lower case that leaves every place where it is, unlike that of “İ”. */
export const lowerAscii = (text: string): string =>
  text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/** Words that only carry a wish, in any preference. */
const CARRIERS = new Set(
  `prefer prefers preferred preference answer answers answered response responses reply replies text texts want wants
  please give gives giving given be write writes writing written use uses using make makes making made keep keeps keeping
  include includes including provide provides providing style styled tone tones voice language manner way ways would like
  likes sound sounds sounding read reads someone person people something anything everything thing things much many good
  great nice well really always possible try format formatted word words sentence sentences part parts point points
  highly overly too enough need needs look looking feel feels love loves enjoy enjoys help add adds addition level lot
  bit kind sort wherever whenever whatever present presented show shows avoid avoids avoiding free without no not don't
  doesn't never skip rather instead focus focused register approach form structure content explain explained explains
  explanation describe described describing tell tells expect answer's important necessary unnecessary appropriate while
  still max maximum minimum least most exactly about single tips ideas ask asks asking end ends ending start starts
  starting reader me user least useful strongly appreciate appreciates value values aim aims ensure terms technical
  short long clear low high touch dash plenty full sense rich concrete real specific relevant user's human low length
  goes go stay stays staying name names weigh weighs support supports back backed
  sound everyday life respond responds less more fewer putting put puts task summary summarise summarize following whole contain contains come comes focuses
  focusing spare know learn best going wrap spice throughout offer reading assume lay view fit fits take takes pretend speak hear say says see
  understand sure somewhere work carry natural model assistant chatbot output consist ought
  dislike find think refrain helps structured organised organized pls thx bitte`.split(/\s+/),
);
const CLAUSE = /[.,;:!?()\n]+|(?<!\s)\s+(?:but|and|while|yet|so that)\s+|(?<!\s)\s+-+\s+|[—–]/giu;

/** Which letters of a text some span has: asked for any place at once, however many spans there are. */
export class CoveredLetters {
  readonly #covered: Uint8Array;

  constructor(text: string, spans: readonly Span[]) {
    this.#covered = new Uint8Array(text.length);
    for (const span of spans) this.add(span);
  }

  add({ start, end }: Span): void {
    this.#covered.fill(1, start, end);
  }

  has(place: number): boolean {
    return this.#covered[place] === 1;
  }

  /** Does a span have any of the letters? */
  touches({ start, end }: Span): boolean {
    return this.#covered.subarray(start, end).includes(1);
  }
}

/**
 * Pieces of a preference that no check covers, in the person's own words.
 * Clauses count where they hold a content word outside every recognised span.
 */
export function findUnmeasured(text: string, spans: readonly Span[]): string[] {
  const covered = new CoveredLetters(text, spans);
  const unmeasured: string[] = [];
  for (const clause of splitClauses(text, covered)) {
    const left = uncoveredWords(text, clause, covered);
    if (left.length === 0) continue;
    // In a clause that is partly measured only the words left over are named.
    const whole = text.slice(clause.start, clause.end).trim();
    unmeasured.push(covered.touches(clause) ? left.join(' … ') : whole);
  }
  return [...new Set(unmeasured)];
}

/** Clauses in which nothing is recognised. */
export function clausesWithout(text: string, spans: readonly Span[]): Span[] {
  const covered = new CoveredLetters(text, spans);
  return splitClauses(text, covered).filter((clause) => !covered.touches(clause));
}

/** Clauses, never split inside a recognised span: a list of keywords holds commas. */
function splitClauses(text: string, covered: CoveredLetters): Span[] {
  const clauses: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(CLAUSE)) {
    if (covered.has(match.index)) continue;
    clauses.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  clauses.push({ start, end: text.length });
  return clauses;
}

/** Runs of uncovered words that hold at least one content word. */
function uncoveredWords(text: string, clause: Span, covered: CoveredLetters): string[] {
  const runs: string[][] = [];
  let run: string[] = [];
  const close = () => {
    if (run.some(isContent)) runs.push(run);
    run = [];
  };
  for (const match of text.slice(clause.start, clause.end).matchAll(/[\p{L}\p{N}\p{M}'’-]+/gu)) {
    const start = clause.start + match.index;
    if (covered.touches({ start, end: start + match[0].length })) close();
    else run.push(match[0]);
  }
  close();
  return runs.map((words) => trimCarriers(words).join(' '));
}

const isContent = (word: string): boolean =>
  /[\p{L}\p{N}]/u.test(word) &&
  !FUNCTION_WORDS.has(word.toLowerCase()) &&
  !CARRIERS.has(word.toLowerCase());

function trimCarriers(words: readonly string[]): readonly string[] {
  const first = words.findIndex(isContent);
  const last = words.findLastIndex(isContent);
  return words.slice(first, last + 1);
}
