import { cutText } from '../../../core/cut-text.ts';
import { rememberLast } from '../remember-last.ts';
import { traitChecks } from '../trait-checks.ts';
import { isAlone } from './asked-alone.ts';
import { findKeywords, type FoundKeywords } from './asked-keywords.ts';
import { findAskedLanguage, type AskedLanguage } from './asked-language.ts';
import { findAskedLengths, LENGTH_CHECK, type AskedLength } from './asked-lengths.ts';
import {
  ASSOCIATION_CUES,
  CUES,
  holdsCue,
  isCueAlone,
  matchCues,
  type CueEffect,
  type CueMatch,
  type PreferenceCue,
} from './cue.ts';
import { mergeDemands, REFUSED } from './merge-demands.ts';
import { carriesNegation, isBounded, isNegated } from './negation.ts';
import { clausesWithout, CoveredLetters, findUnmeasured, type Span } from './unmeasured.ts';
import type { Demand, LengthUnit, PreferenceReading } from './what-is-asked.ts';
import { mendSlips } from './spelling.ts';
import { findBearers } from './wish-bearers.ts';

const spansOfCues = (words: string) => matchCues(CUES, words, []);
const SUGGESTED_STRENGTH = 0.5;

const UNIT_NAMES: Readonly<Record<LengthUnit, readonly [one: string, many: string]>> = {
  words: ['word', 'words'],
  characters: ['character', 'characters'],
  sentences: ['sentence', 'sentences'],
  paragraphs: ['paragraph', 'paragraphs'],
  items: ['list item', 'list items'],
};

/**
 * Maps a preference in free words to what the checks can measure.
 * English only: a preference in another language comes back unmeasured as a whole.
 */
export const readPreference = rememberLast(read);

function read(preference: string): PreferenceReading {
  const { read: part, unread } = partToRead(preference);
  const text = mendSlips(
    part
      .replace(/[\u2018\u2019]/g, "'")
      .replace(/[\u201C\u201D]/g, '"')
      .replace(/(?<![\w'])'((?:[^'\n]|\b'\b){1,60})'(?![\w'])/g, '"$1"')
      .replace(/\s+/g, ' '),
  );
  const language = findAskedLanguage(text);
  const named = [...findAskedLengths(text), ...(language ? [language] : [])];
  const taken = new CoveredLetters(text, named);
  const keywords = findKeywords(text, { isCue: isCueAlone, holdsCue, spansOfCues }).filter(
    (found) => !taken.touches(found),
  );
  const bearers = findBearers(text);
  const plain = matchCues(CUES, text, [...named, ...keywords, ...bearers]);
  const understood = [...named, ...keywords, ...plain, ...bearers];
  const open = new CoveredLetters(text, clausesWithout(text, understood));
  const hints = matchCues(ASSOCIATION_CUES, text, understood).filter((hint) => open.touches(hint));
  const matches = [...plain, ...hints].sort((a, b) => a.start - b.start);
  const demands = [
    ...named.map((found) =>
      'unit' in found ? lengthDemand(text, found) : languageDemand(text, found),
    ),
    ...named.flatMap((found) => listDemands(text, found)),
    ...keywords.map((found) => keywordsDemand(text, found)),
    ...cueDemands(
      text,
      besideOthers(matches, named.length + keywords.length > 0),
      [...named, ...plain],
      keywords,
    ),
  ];
  // What is only hinted at is still named as not understood.
  const unmeasured = [...findUnmeasured(text, understood), ...unread];
  return withoutUnseen({ demands: mergeDemands(demands), unmeasured }, language);
}

/** Letters of a preference that are read, far more than anyone writes by hand: a wish is looked for in all others. */
const MOST_READ = 4_000;

/** The part of a preference that is read, cut between words, and where the rest begins in its own words. */
function partToRead(preference: string): { read: string; unread: readonly string[] } {
  if (preference.length <= MOST_READ) return { read: preference, unread: [] };
  const gap = preference.lastIndexOf(' ', MOST_READ);
  const end = gap > 0 ? gap : cutText(preference, MOST_READ).length;
  const rest = cutText(preference.slice(end), UNREAD_NAMED).replace(/\s+/g, ' ').trim();
  return { read: preference.slice(0, end), unread: [`${rest} … and all that follows`] };
}
const UNREAD_NAMED = 60;

/** Leaves out what cannot be told of a text in another language, and names it. */
function withoutUnseen(
  { demands, unmeasured }: Pick<PreferenceReading, 'demands' | 'unmeasured'>,
  language: AskedLanguage | undefined,
): PreferenceReading {
  if (language === undefined || language.language === 'english')
    return { demands, unmeasured, inEnglish: true };
  const isSeen = (demand: Demand) =>
    demand.kind === 'language'
      ? language.seen
      : demand.kind !== 'trait' || !traitChecks[demand.check].englishOnly;
  const unseen = demands.filter((demand) => !isSeen(demand)).flatMap(({ because }) => because);
  return {
    demands: demands.filter(isSeen),
    unmeasured: [...new Set([...unmeasured, ...unseen])],
    inEnglish: false,
  };
}

/** "For the board, with examples": who reads only suggests how, where something is asked in so many words. */
function besideOthers(matches: readonly CueMatch[], isAsked: boolean): readonly CueMatch[] {
  const asks = ({ cue }: CueMatch) =>
    !cue.yields && (cue.length !== undefined || cue.effects.some(({ suggested }) => !suggested));
  if (!isAsked && !matches.some(asks)) return matches;
  return matches.map((match) =>
    match.cue.yields ? { ...match, cue: suggestedOnly(match.cue) } : match,
  );
}

const suggestedOnly = (cue: PreferenceCue): PreferenceCue => ({
  ...cue,
  effects: cue.effects.map((effect) => ({ ...effect, suggested: true })),
});

function cueDemands(
  text: string,
  matches: readonly CueMatch[],
  wishes: readonly Span[],
  keywords: readonly FoundKeywords[],
): Demand[] {
  const demands: Demand[] = [];
  let previous: { end: number; negated: boolean } | undefined;
  for (const match of matches) {
    const words = keywords.findLast(({ end }) => end <= match.start);
    const carried = [previous, words].some(
      (earlier) => earlier?.negated === true && carriesNegation(text, earlier.end, match),
    );
    const negated = carried || (!isBounded(text, match) && isNegated(text, match, wishes));
    const found = demandsOf(match, negated);
    demands.push(...(!negated && isAlone(text, match) ? found.map(asOnly) : found));
    previous = { end: match.end, negated };
  }
  // "and nothing else" is then no wish for keeping to the question.
  const isOnly = (demand: Demand) => demand.kind === 'trait' && demand.only === true;
  return demands.some(isOnly) ? demands.filter(({ check }) => check !== 'focus') : demands;
}

/** What can make up a whole response without any words. */
const WORDLESS: ReadonlySet<string> = new Set(['emoji', 'code']);
const asOnly = (demand: Demand): Demand =>
  demand.kind === 'trait' && WORDLESS.has(demand.check)
    ? { ...demand, only: true, sentence: demand.sentence.replace(/\.$/, ' and nothing else.') }
    : demand;

function demandsOf({ cue, words }: CueMatch, negated: boolean): Demand[] {
  const because = [negated ? `${REFUSED}${words}` : words];
  const traits = cue.effects
    // What a wish only suggests is not suggested against by its opposite.
    .filter((effect) => !(negated && effect.suggested && !effect.fixed))
    .map((effect) => traitDemand(effect, negated, because));
  if (!cue.length) return traits;
  // A cue that only suggests its traits only suggests its length.
  const hinted =
    cue.effects.length > 0 &&
    cue.effects.every(({ fixed, suggested }) => suggested && (fixed || cue.yields));
  const turned = negated && !cue.effects.every(({ fixed }) => fixed);
  const brief = (cue.length.type === 'brief-asked') !== turned;
  return [
    ...traits,
    {
      kind: 'length',
      check: 'length',
      wish: { type: brief ? 'brief-asked' : 'long-asked' },
      because,
      sentence: `${hinted ? 'Suggests' : 'Asks for'} a ${brief ? 'brief' : 'long'} answer.`,
      strength: hinted ? SUGGESTED_STRENGTH : 1,
    },
  ];
}

function traitDemand(effect: CueEffect, negated: boolean, because: readonly string[]): Demand {
  const wanted = effect.wanted !== (negated && !effect.fixed);
  const { noun } = traitChecks[effect.check];
  return {
    kind: 'trait',
    check: effect.check,
    wanted,
    because,
    sentence: traitSentence(noun, wanted, effect.suggested),
    strength: effect.suggested ? SUGGESTED_STRENGTH : 1,
  };
}

function traitSentence(noun: string, wanted: boolean, suggested: boolean): string {
  if (suggested) return wanted ? `Suggests ${noun}.` : `Suggests doing without ${noun}.`;
  return wanted ? `Asks for ${noun}.` : `Asks to do without ${noun}.`;
}

function languageDemand(text: string, { start, end, language }: AskedLanguage): Demand {
  return {
    kind: 'language',
    check: 'language',
    language,
    because: [text.slice(start, end).trim()],
    sentence: `Asks for ${language.charAt(0).toUpperCase()}${language.slice(1)}.`,
    strength: 1,
  };
}

function lengthDemand(text: string, { start, end, unit, least, most }: AskedLength): Demand {
  return {
    kind: 'length',
    check: LENGTH_CHECK[unit],
    wish: { type: 'range-named', unit, least, most },
    because: [text.slice(start, end).trim()],
    sentence: `Asks for ${rangeInWords(least, most)} ${UNIT_NAMES[unit][Math.round(most) === 1 ? 0 : 1]}.`,
    strength: 1,
  };
}

/** "3 bullet points" asks for bullets as well as for three. */
function listDemands(text: string, found: AskedLength | AskedLanguage): Demand[] {
  if (!('unit' in found) || found.unit !== 'items' || found.most === 0) return [];
  return matchCues(CUES, text.slice(found.start, found.end), [])
    .flatMap((match) => demandsOf(match, false))
    .filter(({ check }) => check === 'bullets' || check === 'prose');
}

function rangeInWords(least: number, most: number): string {
  const [low, high] = [Math.round(least), Math.round(most)];
  if (most === Infinity) return `at least ${String(low)}`;
  if (least <= 0) return `at most ${String(high)}`;
  return low === high ? String(low) : `${String(low)} to ${String(high)}`;
}

function keywordsDemand(text: string, found: FoundKeywords): Demand {
  const { start, end, keywords, negated, loose } = found;
  const list = keywords.map((keyword) => `“${keyword}”`).join(', ');
  return {
    kind: 'keywords',
    check: negated ? 'avoided-words' : 'keywords',
    keywords,
    because: [text.slice(start, end).trim()],
    sentence: `${loose ? 'Suggests to' : 'Asks to'} ${negated ? 'avoid' : 'take up'} ${list}.`,
    strength: loose ? SUGGESTED_STRENGTH : 1,
  };
}
