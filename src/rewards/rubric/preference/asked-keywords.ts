import { readCueSources } from '../cue-table.ts';
import table from './cues/keywords.txt?raw';
import { isNegated } from './negation.ts';
import { CoveredLetters, type Span } from './unmeasured.ts';

/** Words or subjects that a response must take up, and where they stand. */
export interface FoundKeywords extends Span {
  readonly keywords: readonly string[];
  readonly negated: boolean;
  /** A subject to bear in mind rather than words to use. */
  readonly loose: boolean;
}

const sourceOf = readCueSources(table);
const anyOf = (heading: string): string => `(?:${sourceOf(heading)})`;

/** Words after which a list of words or subjects stands that the response must take up. */
const TRIGGER = new RegExp(
  `(?<!\\p{L})${anyOf('before a list')}` +
    '(?: (?:the|these|this|my)(?: following| two| three)? (?:words?|keywords?|key words|phrases?|terms?|topics?|aspects?))?\\s*:?\\s+',
  'giu',
);
/** "in terms of cost", "from the tenant's point of view", "relate it to football": a subject, named more loosely. */
const SUBJECT = new RegExp(`(?<!\\p{L})${anyOf('before a subject')}\\s+`, 'giu');
/** "Include opening times and prices": where none of it is measured by another check. */
const INCLUDED =
  /(?<!\p{L}|(?:characters|words|letters|lines|signs),? )includ(?:e|es|ing) (?!(?:at least|more|some|any|only|no)\b)/giu;
/** "Refer to Mr. Hanley by name." */
const BY_NAME =
  /\b(?:refer to|mention|address|greet|thank|call|use|name) ((?:the |my |our )?[^,.;:!?]{2,40}?|(?:Mrs?|Ms|Dr|Prof)\.? [^,.;:!?]{2,40}?) by (?:(?:her|his|their|its|the) )?(?:full |first |last )?name\b/giu;
/** "make sure that cost and noise come up", "these terms must appear: cost, noise". */
const COMES_UP = new RegExp(
  `${anyOf('asks that')}\\s+([^.;:!?]{2,80}?)\\s+(?:all |both |each )?${anyOf('comes')}(?!\\s+with\\b)(?=[\\s.,;!?]|$)`,
  'giu',
);
/** "work these terms in: cost, noise". */
const LISTED_AFTER_COLON = new RegExp(
  `(?<!\\p{L})${anyOf('before a colon')}\\b[^.:;!?"\\n]{0,40}:\\s+`,
  'giu',
);
/** "from the tenant's perspective", "from a legal angle". */
const PERSPECTIVE =
  /from (?:the |a |an )?((?:[\p{L}'-]+ ){1,3}?)(?:perspective|viewpoint|standpoint|point of view|angle)/giu;
/** "use cooking metaphors", "with football comparisons". */
const IMAGES_FROM = new RegExp(
  `(?:us(?:e|es|ing)|with|in|through)\\s+((?:[\\p{L}'-]+ ){1,2}?)${anyOf('images')}`,
  'giu',
);

const LIST_END = new RegExp(
  `(?<!\\b(?:Mrs?|Ms|Dr|Prof|St))\\.|[;!?\\n]|,?\\s+${anyOf('ends a list')}\\b|$`,
  'gu',
);
const QUOTED = /"([^"\n]{1,60})"/g;
const LEADING = /^(?:and|or|the|a|an|its|their|your|both|how|on|of|about|all|also|any)\s+/iu;
/** Subjects too vague to look for. */
const VAGUE = new RegExp(
  `^(?:(?:most |more |very )?${anyOf('weighty')}\\s+)*${anyOf('vague')}$`,
  'iu',
);
/** "what speaks for and against" is a clause, no list of words. */
const CLAUSE = /^(?:what|why|how|whether|where|when|that|if)\b/iu;
/** Adjectives that say how, not what: "use rich imagery". */
const HOW = new RegExp(`^${anyOf('how, not what')}$`, 'iu');

function splitList(list: string): string[] {
  if (CLAUSE.test(list)) return [];
  return list
    .split(/(?:,|;|\bas well as\b|\balong with\b|\btogether with\b|\band\b|\bor\b|&|\/)\s*/iu)
    .map((item) => {
      let keyword = item.trim().replace(/^(?:such as|like)\s+|^["']|["']$/g, '');
      while (LEADING.test(keyword)) keyword = keyword.replace(LEADING, '');
      return keyword;
    })
    .filter(
      (keyword) => !/ each$|^(?:instead of|rather than|not|at (?:least|most)) /iu.test(keyword),
    )
    .filter((keyword) => /[\p{L}\p{N}]/u.test(keyword) && !VAGUE.test(keyword))
    .filter((keyword) => keyword.split(/\s+/).length <= 5);
}

/** Where words or subjects may stand; which they are is read where no other has the place. */
interface Candidate extends Span {
  /** With a narrower place, where only a part of it names words. */
  readonly read: () => Pick<FoundKeywords, 'keywords' | 'negated' | 'loose'> & Partial<Span>;
}

/** Finds words that other checks measure. */
export interface CueFinder {
  /** True where a cue covers the words but for a little: "practical examples". */
  readonly isCue: (words: string) => boolean;
  /** True where a cue stands anywhere among the words. */
  readonly holdsCue: (words: string) => boolean;
  /** Where cues stand among the words. */
  readonly spansOfCues: (words: string) => readonly Span[];
}

/** Quoted items of a list, where it has any: what stands between them is not asked for. */
function itemsOf(list: string): string[] {
  const inQuotes = [...list.matchAll(QUOTED)].map((match) => (match[1] ?? '').trim());
  return inQuotes.length > 0 ? inQuotes : splitList(list);
}

/** Where the list ends that begins at a place: asked for places in order, one end serves all lists within one another. */
function endOfLists(text: string): (from: number) => number {
  let end = -1;
  return (from) => {
    if (from > end) {
      LIST_END.lastIndex = from;
      end = LIST_END.exec(text)?.index ?? text.length;
    }
    return end;
  };
}

/** Letters of a list that may be for words and other wishes at once. */
const SHORT_LIST = 120;

/** "Mention cost and noise but not price": what a list of words to take up leaves out. */
const BUT_NOT =
  /^,? but (?:please )?(?:not|never|leave out|omit|skip|don't mention) (?:of |the words? )?(?!(?:too|more|less|only|just|in|at|by|as|so|to|it|them|with|for|from)\b)/iu;

/** A list that begins right after a trigger and ends with its clause, and what is left out of it. */
function listAfter(
  text: string,
  trigger: RegExp,
  { isCue }: Pick<CueFinder, 'isCue'>,
): Candidate[] {
  const endOf = endOfLists(text);
  return [...text.matchAll(trigger)].flatMap((match) => {
    const from = match.index + match[0].length;
    const upTo = endOf(from);
    const inQuotes = /^(?:[^"]*"[^"\n]{1,60}")+/.exec(text.slice(from, upTo))?.[0];
    const end = inQuotes === undefined ? upTo : from + inQuotes.length;
    const read = () => {
      const listed = itemsOf(text.slice(from, end));
      const subjects = listed.filter((word) => !isCue(word));
      // "causes, effects and cures" is a list of subjects although reasons are also a trait.
      const mostly =
        subjects.length >= listed.length / 2 || (listed.length > 2 && subjects.length > 0);
      const negated = isNegated(text, { start: match.index, end: from }, []);
      return { keywords: mostly ? listed : subjects, negated, loose: false };
    };
    const leftOut = BUT_NOT.exec(text.slice(end, end + SHORT_LIST))?.[0].length;
    if (leftOut === undefined) return [{ start: match.index, end, read }];
    const place = { start: end, end: endOf(end + leftOut) };
    const readLeftOut = () => {
      const listed = itemsOf(text.slice(end + leftOut, place.end));
      return { keywords: listed.filter((word) => !isCue(word)), negated: true, loose: false };
    };
    return [
      { start: match.index, end, read },
      { ...place, read: readLeftOut },
    ];
  });
}

/** Subjects named in passing; none where another check measures any of it. */
function looseSubjects(text: string, { holdsCue }: CueFinder): Candidate[] {
  const endOf = endOfLists(text);
  const after = [...text.matchAll(SUBJECT)].map((match) => {
    const from = match.index + match[0].length;
    const end = endOf(from);
    return { start: match.index, end, list: text.slice(from, end) };
  });
  const within = [PERSPECTIVE, IMAGES_FROM].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => {
      const list = match[1] ?? '';
      const start = match.index + match[0].indexOf(list);
      return { start, end: start + list.trimEnd().length, list: list.replace(/'s?\s*$/, '') };
    }),
  );
  return [...after, ...within].map(({ start, end, list }) => ({
    ...{ start, end },
    read: () => ({
      // "in terms of something familiar" is a wish that a cue reads, not a list of subjects.
      keywords:
        /\bsomething\b/i.test(list) || holdsCue(list)
          ? []
          : itemsOf(list).filter((word) => !HOW.test(word)),
      negated: isNegated(text, { start, end }, []),
      loose: true,
    }),
  }));
}

/** "Call me Ingrid", "sign it with Best regards": what is written as it is to stand there. */
const CALLED =
  /(?:[Cc]all me|[Mm]y name(?: is|'s|,)|[Aa]ddress me as|[Ss]ign (?:it|off|the \w+)(?: off)? (?:with|as)) (\p{Lu}[\p{L}'-]+(?: \p{Lu}?[\p{L}'-]+)?)(?=\s*(?:$|[.,;!?]))/gu;

function namesToUse(text: string): Candidate[] {
  return [...text.matchAll(CALLED)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    read: () => ({
      keywords: [match[1] ?? ''],
      negated: isNegated(text, { start: match.index, end: match.index }, []),
      loose: false,
    }),
  }));
}

const NONE = { keywords: [], negated: false, loose: false };

/** "Include opening times and an example": what a cue reads is left to it. */
function itemsIncluded(text: string, { holdsCue, spansOfCues }: CueFinder): Candidate[] {
  return listAfter(text, INCLUDED, { isCue: holdsCue }).map((candidate) => ({
    ...candidate,
    read: () => {
      const list = text.slice(candidate.start, candidate.end);
      if (!holdsCue(list)) return candidate.read();
      if (list.length > SHORT_LIST) return NONE;
      const cued = new CoveredLetters(list, spansOfCues(list));
      const placeOf = (word: string) => {
        const start = list.indexOf(word);
        return { start, end: start + word.length };
      };
      const listed = candidate.read();
      const keywords = listed.keywords.filter((word) => !cued.touches(placeOf(word)));
      const [first, last] = [keywords[0], keywords.at(-1)];
      if (first === undefined || last === undefined) return NONE;
      const [from, to] = [placeOf(first).start, placeOf(last).end];
      if (cued.touches({ start: from, end: to })) return NONE;
      const [start, end] = [candidate.start + from, candidate.start + to];
      return { ...listed, start, end, keywords };
    },
  }));
}

function itemsByName(text: string, { holdsCue }: CueFinder): Candidate[] {
  return [...text.matchAll(BY_NAME)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    read: () => ({
      // "Mr. Hanley" is named by "Hanley", too.
      keywords: itemsOf((match[1] ?? '').replace(/^(?:Mrs?|Ms|Dr|Prof)\.? /u, '')).filter(
        (word) => !holdsCue(word),
      ),
      negated: isNegated(text, { start: match.index, end: match.index }, []),
      loose: false,
    }),
  }));
}

function itemsThatComeUp(text: string, { holdsCue }: CueFinder): Candidate[] {
  return [...text.matchAll(COMES_UP)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    read: () => ({
      keywords: itemsOf(match[1] ?? '').filter((word) => !holdsCue(word)),
      negated: false,
      loose: false,
    }),
  }));
}

/** "In metric", "miles, not kilometres": what can be seen is that the words of the other units are avoided. */
const UNITS =
  /(?:^|\b(?:in|use|using|with|to|prefer|want|not|no|avoid) )(?:the )?(?:(metric|celsius|(?:kilo|centi)?met(?:re|er)s|kilos?|kilograms?)|imperial|fahrenheit|miles|inches)\b(?: (?:units?|system|measure(?:ment)?s))?/giu;
const METRIC = ['kilometres', 'kilometers', 'metres', 'meters', 'kilograms', 'Celsius'];
const IMPERIAL = ['miles', 'feet', 'inches', 'pounds', 'ounces', 'Fahrenheit'];

function unitsOf(text: string): Candidate[] {
  return [...text.matchAll(UNITS)].map((match) => {
    const [start, end] = [match.index, match.index + match[0].length];
    const name = { start: start + match[0].indexOf(' ') + 1, end };
    const metric = (match[1] !== undefined) !== isNegated(text, name, []);
    return {
      ...{ start, end },
      read: () => ({ keywords: metric ? IMPERIAL : METRIC, negated: true, loose: false }),
    };
  });
}

/** "Don't just say", "not just": what is quoted is refused, although "not just" elsewhere negates nothing. */
const NOT_JUST_SAID =
  /\b(?:don't|do not|never|not) (?:just|simply|merely|only)(?: (?:say|write|answer|reply|tell me)(?: with)?)?\s*$/i;
const AND_NEXT = /^(?:,| or| and| nor|, or|, and|, nor) $/i;

/** More letters than that refusal has. */
const REFUSAL_REACH = 80;

function quotedWords(text: string): Candidate[] {
  const found: (Candidate & { readonly negated: boolean })[] = [];
  for (const match of text.matchAll(QUOTED)) {
    const place = { start: match.index, end: match.index + match[0].length };
    const before = found.at(-1);
    const carried = before?.negated === true && AND_NEXT.test(text.slice(before.end, place.start));
    const shortlyBefore = text.slice(Math.max(0, place.start - REFUSAL_REACH), place.start);
    const negated = carried || NOT_JUST_SAID.test(shortlyBefore) || isNegated(text, place, []);
    const keywords = [(match[1] ?? '').trim()];
    found.push({ ...place, negated, read: () => ({ keywords, negated, loose: false }) });
  }
  return found;
}

/**
 * Keywords given in a preference: quoted words, a list after "mention", "focus on", "keywords:" and the like, or a
 * subject to relate the answer to.
 * @param cues tells words that another check measures ("focus on examples"): they are no keywords.
 */
export function findKeywords(text: string, cues: CueFinder): FoundKeywords[] {
  const found: FoundKeywords[] = [];
  const covered = new CoveredLetters(text, []);
  // Lists within one another have the same words.
  const once = { ...cues, isCue: remembered(cues.isCue), holdsCue: remembered(cues.holdsCue) };
  const candidates = [
    ...listAfter(text, LISTED_AFTER_COLON, once),
    ...itemsThatComeUp(text, once),
    ...itemsByName(text, once),
    ...namesToUse(text),
    ...listAfter(text, TRIGGER, once),
    ...quotedWords(text),
    ...looseSubjects(text, once),
    ...itemsIncluded(text, once),
    ...unitsOf(text),
  ];
  for (const { start, end, read } of candidates) {
    if (covered.touches({ start, end })) continue;
    const { keywords, ...rest } = read();
    const sayable = keywords.filter((word) => /[\p{L}\p{N}!?]/u.test(word));
    if (sayable.length === 0) continue;
    const place = { start, end, ...rest, keywords: sayable };
    found.push(place);
    covered.add(place);
  }
  return found.sort((a, b) => a.start - b.start);
}

function remembered(ask: (words: string) => boolean): (words: string) => boolean {
  const known = new Map<string, boolean>();
  return (words) => {
    const before = known.get(words);
    if (before !== undefined) return before;
    const now = ask(words);
    known.set(words, now);
    return now;
  };
}
