import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Demand } from './what-is-asked.ts';
import { readPreference } from './read-preference.ts';
import asPeoplePutThem from './wordings/as-people-put-them.txt?raw';
import commonFrames from './wordings/common-frames.txt?raw';
import furtherLooks from './wordings/further-looks.txt?raw';
import frameTable from './wordings/frames.txt?raw';
import foundByAStranger from './wordings/found-by-a-stranger.txt?raw';
import hardToRead from './wordings/hard-to-read.txt?raw';
import rarerFrames from './wordings/rarer-frames.txt?raw';
import writtenBlind from './wordings/written-blind.txt?raw';

/** What is asked in so many words, in short: "humour", "-bullets", "words 0-30", "keywords cost|noise". */
function askedOf(preference: string): string {
  const asked = readPreference(preference).demands.filter(({ strength }) => strength === 1);
  return asked.map(inShort).sort().join(', ') || 'none';
}

function inShort(demand: Demand): string {
  switch (demand.kind) {
    case 'trait':
      return `${demand.wanted ? '' : '-'}${demand.check}${demand.only === true ? ' only' : ''}`;
    case 'keywords':
      return `${demand.check === 'keywords' ? 'keywords' : 'avoid'} ${demand.keywords.join('|')}`;
    case 'language':
      return `language ${demand.language}`;
    case 'length': {
      const { wish } = demand;
      if (wish.type !== 'range-named') return wish.type === 'brief-asked' ? 'brief' : 'long';
      return `${wish.unit} ${String(wish.least)}-${wish.most === Infinity ? '' : String(wish.most)}`;
    }
  }
}

/** A heading is a reading; the wordings of it stand indented below. */
function readTable(table: string): (readonly [wording: string, reading: string])[] {
  let reading = '';
  return table.split('\n').flatMap((line) => {
    if (line.startsWith('#') || line.trim() === '') return [];
    if (line.startsWith(' ')) return [[line.trim(), reading] as const];
    reading = line.trim().split(', ').sort().join(', ');
    return [];
  });
}

describe('wordings of a wish', () => {
  it.each(
    [
      commonFrames,
      rarerFrames,
      hardToRead,
      asPeoplePutThem,
      writtenBlind,
      foundByAStranger,
      furtherLooks,
    ].flatMap(readTable),
  )('“%s” asks for: %s', (wording, reading) => {
    expect(askedOf(wording)).toBe(reading);
  });
});

const WRITERS =
  'the model|the assistant|you|the AI|the chatbot|it|the system|the author|the response';
const VERBS =
  'provide|give|write|produce|generate|offer|deliver|create|compose|craft|supply|return|send|share|present|use|keep|make|output|submit|draft|formulate|furnish|prepare|construct|come up with|respond with|reply with|answer with|stick to|go for|opt for|aim for|show|display|issue|author|render|serve|pen|put together';
const FRAMES =
  'I prefer WHO to|I would prefer WHO to|I’d prefer for WHO to|I want WHO to|I’d like WHO to|My preference is for WHO to|I expect WHO to|I need WHO to|It is best for WHO to|Users prefer WHO to|I ask WHO to|Please|Always|WHO should|WHO must|WHO has to';
const MANNERS =
  'concise|friendly|formal|detailed|funny|persuasive|poetic|polite|short|simple|encouraging|vivid|casual';
const THINGS =
  'examples|bullet points|emojis|jargon|metaphors|headings|sources|statistics|contractions|jokes|rhetorical questions|exclamation marks|technical terms';
const LENGTHS = '30 words|two paragraphs|five sentences|1,200 words|200 characters';

const oneOf = (list: string) => fc.constantFrom(...list.split('|'));
const frame = (words: string, writer: string, wish: string) =>
  words.replace('WHO', writer).replace('X', wish);

describe('the reading of a wish is the same in every frame', () => {
  const holds = (
    frames: string,
    wishes: string,
    plain: (wish: string) => string,
    inFrame: (words: string, verb: string, wish: string) => string,
  ) => {
    fc.assert(
      fc.property(
        oneOf(frames),
        oneOf(WRITERS),
        oneOf(VERBS),
        oneOf(wishes),
        (words, writer, verb, wish) => {
          const wording = inFrame(frame(words, writer, wish), verb, wish);
          const reading = askedOf(plain(wish));
          // Frames that all read nothing would agree, too.
          expect(reading, plain(wish)).not.toBe('none');
          expect(askedOf(wording), wording).toBe(reading);
        },
      ),
      { numRuns: 150 },
    );
  };

  it('whatever the verb that asks for it', () => {
    holds(
      FRAMES,
      MANNERS,
      (wish) => `${wish} answers`,
      (words, verb, wish) => `${words} ${verb} ${wish} answers.`,
    );
    holds(
      FRAMES,
      THINGS,
      (wish) => `With ${wish}.`,
      (words, verb, wish) => `${words} ${verb} answers with ${wish}.`,
    );
    holds(
      FRAMES,
      THINGS,
      (wish) => `Without ${wish}.`,
      (words, verb, wish) => `${words} ${verb} answers without ${wish}.`,
    );
  });

  it.each([
    ['in a manner', MANNERS, 'X answers'],
    ['not in a manner', MANNERS, 'not X'],
    ['with a thing', THINGS, 'With X.'],
    ['without a thing', THINGS, 'Without X.'],
    ['at most', LENGTHS, 'At most X.'],
    ['at least', LENGTHS, 'At least X.'],
  ])('whatever is said around it: %s', (heading, wishes, plain) => {
    const frames = readTable(frameTable).filter(([, reading]) => reading === heading);
    const writers = WRITERS.split('|');
    for (const [turn, wish] of wishes.split('|').entries()) {
      const reading = askedOf(frame(plain, '', wish));
      expect(reading, wish).not.toBe('none');
      for (const [place, [words]] of frames.entries()) {
        const wording = frame(words, writers[(place + turn) % writers.length] ?? '', wish);
        expect(askedOf(wording), wording).toBe(reading);
      }
    }
  });
});
