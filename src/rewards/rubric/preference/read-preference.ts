import { traitChecks } from '../trait-checks.ts';
import { CONTENT_CUES } from './content-cues.ts';
import type { CueEffect, PreferenceCue } from './cue.ts';
import type { Demand, LengthUnit, PreferenceReading } from './demand.ts';
import { FORM_CUES } from './form-cues.ts';
import { findKeywords, type FoundKeywords } from './keywords.ts';
import { mergeDemands } from './merge-demands.ts';
import { findNamedLengths, LENGTH_CHECK, type NamedLength } from './named-lengths.ts';
import { carriesNegation, isNegated } from './negation.ts';
import { TONE_CUES } from './tone-cues.ts';
import { findUnmeasured, type Span } from './unmeasured.ts';

const CUES = [...FORM_CUES, ...TONE_CUES, ...CONTENT_CUES];
const SUGGESTED_STRENGTH = 0.5;

const UNIT_NAMES: Readonly<Record<LengthUnit, readonly [one: string, many: string]>> = {
  words: ['word', 'words'],
  sentences: ['sentence', 'sentences'],
  paragraphs: ['paragraph', 'paragraphs'],
  items: ['list item', 'list items'],
};

interface CueMatch extends Span {
  readonly cue: PreferenceCue;
  readonly words: string;
}

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
  const keywords = findKeywords(text, isCueAlone).filter(
    (found) => !lengths.some((length) => overlaps(found, length)),
  );
  const matches = matchCues(text, [...lengths, ...keywords]);
  const demands = [
    ...lengths.map((length) => lengthDemand(text, length)),
    ...keywords.map((found) => keywordsDemand(text, found)),
    ...cueDemands(text, matches),
  ];
  const spans = [...lengths, ...keywords, ...matches];
  return { demands: mergeDemands(demands), unmeasured: findUnmeasured(text, spans) };
}

/** Cue matches in order; of two that overlap the longer stays, so that "short sentences" isn't "short". */
function matchCues(text: string, taken: readonly Span[]): CueMatch[] {
  const all = CUES.flatMap((cue) =>
    [...text.matchAll(cue.pattern)].map((match) => ({
      cue,
      start: match.index + (match[0].length - match[0].trimStart().length),
      end: match.index + match[0].length,
      words: match[0].trim(),
    })),
  ).sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: CueMatch[] = [];
  for (const match of all) {
    const sameCueTwice = [...taken, ...kept].some((span) => overlaps(span, match));
    if (!sameCueTwice && match.words !== '') kept.push(match);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** True for words that some cue covers but for a little: "practical examples", "brevity". */
function isCueAlone(words: string): boolean {
  return CUES.some((cue) =>
    [...words.matchAll(cue.pattern)].some((match) => match[0].trim().length >= words.length * 0.6),
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
  const brief = (cue.length.type === 'brief-asked') !== negated;
  return [
    ...traits,
    {
      kind: 'length',
      check: 'length',
      wish: { type: brief ? 'brief-asked' : 'long-asked' },
      because,
      sentence: brief ? 'Asks for a brief answer.' : 'Asks for a long answer.',
      strength: 1,
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

function keywordsDemand(text: string, { start, end, keywords, negated }: FoundKeywords): Demand {
  const list = keywords.map((keyword) => `“${keyword}”`).join(', ');
  return {
    kind: 'keywords',
    check: negated ? 'avoided-words' : 'keywords',
    keywords,
    because: [text.slice(start, end).trim()],
    sentence: negated ? `Asks to avoid ${list}.` : `Asks to take up ${list}.`,
    strength: 1,
  };
}
