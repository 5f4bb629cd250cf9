import { traitChecks } from '../trait-checks.ts';
import { ASSOCIATION_CUES, CUES, type CueEffect, type PreferenceCue } from './cue.ts';
import type { Demand, LengthUnit, PreferenceReading } from './demand.ts';
import { findKeywords, type FoundKeywords } from './keywords.ts';
import { mergeDemands } from './merge-demands.ts';
import { findNamedLengths, LENGTH_CHECK, type NamedLength } from './named-lengths.ts';
import { carriesNegation, isNegated } from './negation.ts';
import { clausesWithout, findUnmeasured, type Span } from './unmeasured.ts';

const SUGGESTED_STRENGTH = 0.5;

const UNIT_NAMES: Readonly<Record<LengthUnit, readonly [one: string, many: string]>> = {
  words: ['word', 'words'],
  characters: ['character', 'characters'],
  sentences: ['sentence', 'sentences'],
  paragraphs: ['paragraph', 'paragraphs'],
  items: ['list item', 'list items'],
};

interface CueMatch extends Span {
  readonly cue: PreferenceCue;
  readonly words: string;
}

/** Lower case that leaves every place where it is, unlike that of “İ”. */
const lowerAscii = (text: string): string =>
  text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/**
 * Maps a preference in free words to what the checks can measure.
 * English only: a preference in another language comes back unmeasured as a whole.
 */
export function readPreference(preference: string): PreferenceReading {
  const text = preference
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201C\u201D]/g, '"')
    .replace(/\s+/g, ' ');
  const lengths = findNamedLengths(text);
  const keywords = findKeywords(text, { isCue: isCueAlone, holdsCue }).filter(
    (found) => !lengths.some((length) => overlaps(found, length)),
  );
  const plain = matchCues(CUES, text, [...lengths, ...keywords]);
  const understood = [...lengths, ...keywords, ...plain];
  const open = clausesWithout(text, understood);
  const hints = matchCues(ASSOCIATION_CUES, text, understood).filter((hint) =>
    open.some((clause) => overlaps(clause, hint)),
  );
  const matches = [...plain, ...hints].sort((a, b) => a.start - b.start);
  const demands = [
    ...lengths.map((length) => lengthDemand(text, length)),
    ...keywords.map((found) => keywordsDemand(text, found)),
    ...cueDemands(text, matches),
  ];
  // What is only hinted at is still named as not understood.
  return { demands: mergeDemands(demands), unmeasured: findUnmeasured(text, understood) };
}

/** Cue matches in order; of two that overlap the longer stays, so that "short sentences" isn't "short". */
function matchCues(
  cues: readonly PreferenceCue[],
  text: string,
  taken: readonly Span[],
): CueMatch[] {
  const lower = lowerAscii(text);
  // Every cue holds two plain letters in a row.
  if (!/[a-z]{2}/.test(lower)) return [];
  const all = cues
    .flatMap((cue) =>
      [...lower.matchAll(cue.pattern)].map((match) => {
        const start = match.index + (match[0].length - match[0].trimStart().length);
        const end = match.index + match[0].length;
        return { cue, start, end, words: text.slice(start, end).trim() };
      }),
    )
    .sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: CueMatch[] = [];
  for (const match of all) {
    const sameCueTwice = [...taken, ...kept].some((span) => overlaps(span, match));
    if (!sameCueTwice && match.words !== '') kept.push(match);
  }
  return kept.sort((a, b) => a.start - b.start);
}

const holdsCue = (words: string): boolean =>
  CUES.some(({ pattern }) => lowerAscii(words).search(pattern) >= 0);

/** True for words that some cue covers but for a little: "practical examples", "brevity". */
function isCueAlone(words: string): boolean {
  return CUES.some((cue) =>
    [...lowerAscii(words).matchAll(cue.pattern)].some(
      (match) => match[0].trim().length >= words.length * 0.6,
    ),
  );
}

function cueDemands(text: string, matches: readonly CueMatch[]): Demand[] {
  const demands: Demand[] = [];
  let previous: { end: number; negated: boolean } | undefined;
  for (const match of matches) {
    const carried = previous?.negated === true && carriesNegation(text, previous.end, match.start);
    const negated = carried || isNegated(text, match.start, match.end);
    demands.push(...demandsOf(match, negated));
    previous = { end: match.end, negated };
  }
  return demands;
}

function demandsOf({ cue, words }: CueMatch, negated: boolean): Demand[] {
  const because = [negated ? `not: ${words}` : words];
  const traits = cue.effects
    // What a wish only suggests is not suggested against by its opposite.
    .filter((effect) => !(negated && effect.suggested && !effect.fixed))
    .map((effect) => traitDemand(effect, negated, because));
  if (!cue.length) return traits;
  // A cue that only suggests its traits only suggests its length.
  const hinted =
    cue.effects.length > 0 && cue.effects.every(({ fixed, suggested }) => fixed && suggested);
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

function lengthDemand(text: string, { start, end, unit, least, most }: NamedLength): Demand {
  return {
    kind: 'length',
    check: LENGTH_CHECK[unit],
    wish: { type: 'range-named', unit, least, most },
    because: [text.slice(start, end).trim()],
    sentence: `Asks for ${rangeInWords(least, most)} ${UNIT_NAMES[unit][Math.round(most) === 1 ? 0 : 1]}.`,
    strength: 1,
  };
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
