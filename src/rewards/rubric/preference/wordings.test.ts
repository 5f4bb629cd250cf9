import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Demand } from './demand.ts';
import { readPreference } from './read-preference.ts';
import first from './wordings/first.txt?raw';
import fourth from './wordings/fourth.txt?raw';
import second from './wordings/second.txt?raw';
import third from './wordings/third.txt?raw';

/** What is asked in so many words, in short: "humour", "-bullets", "words 0-30", "keywords cost|noise". */
function askedOf(preference: string): string {
  const asked = readPreference(preference).demands.filter(({ strength }) => strength === 1);
  return asked.map(inShort).sort().join(', ');
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
  it.each([first, second, third, fourth].flatMap(readTable))(
    '“%s” asks for: %s',
    (wording, reading) => {
      expect(askedOf(wording)).toBe(reading);
    },
  );
});

const WRITERS =
  'the model|the assistant|you|the AI|the chatbot|it|the system|the author|the response';
const VERBS =
  'provide|give|write|produce|generate|offer|deliver|create|compose|craft|supply|return|send|share|present|use|keep|make|output|submit|draft|formulate|furnish|prepare|construct|come up with|respond with|reply with|answer with|stick to|go for|opt for|aim for|show|display|issue|author|render|serve|pen|put together';
const FRAMES =
  'I prefer WHO to|I would prefer WHO to|I’d prefer for WHO to|I want WHO to|I’d like WHO to|My preference is for WHO to|I expect WHO to|I need WHO to|It is best for WHO to|Users prefer WHO to|I ask WHO to|Please|Always|WHO should|WHO must|WHO has to';
const MANNERS =
  'concise|friendly|formal|detailed|funny|persuasive|poetic|polite|short|simple|encouraging|vivid|casual';
const MANNER_FRAMES =
  'I prefer answers to be X|I prefer that answers are X|I prefer answers which are X|I prefer it X|I would like answers to sound X|I prefer the tone to be X|What I like is X answers|X answers are what I prefer|I tend to prefer X answers|My preferred style is X|Answers should be X|Give me something X|The more X the better|I appreciate X answers|I prefer receiving X answers|I prefer to be given X answers|I prefer to see X answers';
const THINGS =
  'examples|bullet points|emojis|jargon|metaphors|headings|sources|statistics|contractions|jokes|rhetorical questions|exclamation marks|technical terms';
const AGAINST =
  'I don’t want WHO to use X|I prefer WHO not to use X|I prefer WHO to not include X|I would rather WHO did not use X|I’d prefer it if WHO didn’t use X|WHO should not use X|WHO should never use X|Please do not use X|Please avoid X|I prefer WHO to avoid X|I prefer answers that avoid X|I prefer answers which do not contain X|I dislike X|I hate it when WHO uses X|No X please|Leave out X|X should be avoided|Make sure there are no X|I prefer answers free of X|I prefer WHO to steer clear of X|I prefer answers to have no X|I am not a fan of X|Skip X|Refrain from X|I can’t stand X|I prefer no X|X is unwelcome';
const LENGTHS = '30 words|two paragraphs|five sentences|1,200 words|200 characters';
const AT_MOST =
  'Do not use more than X|Don’t write more than X|Never exceed X|No more than X|Not more than X|Avoid answers over X|Avoid going over X|Keep it under X|Keep the answer below X|Use at most X|Use a maximum of X|I prefer WHO to use at most X|I prefer answers of no more than X|I prefer answers not longer than X|It should not be longer than X|It must not exceed X|Limit the answer to X|Stay within X|X or less|X max|X tops|I don’t want more than X|Please don’t go beyond X|Without exceeding X|≤ X|max. X';
const AT_LEAST =
  'Do not use less than X|Don’t write fewer than X|Never go below X|No fewer than X|Not less than X|Avoid answers under X|Use at least X|Use a minimum of X|I prefer WHO to use at least X|It should not be shorter than X|It must not fall below X|X or more|X minimum|I want more than X|I don’t want less than X|The answer must be longer than X|≥ X|min. X';

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
          expect(askedOf(wording), wording).toBe(askedOf(plain(wish)));
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

  it('whatever is said around it', () => {
    holds(
      MANNER_FRAMES,
      MANNERS,
      (wish) => `${wish} answers`,
      (words) => `${words}.`,
    );
    holds(
      AGAINST,
      THINGS,
      (wish) => `Without ${wish}.`,
      (words) => `${words}.`,
    );
  });

  it('and so is a bound', () => {
    holds(
      AT_MOST,
      LENGTHS,
      (wish) => `At most ${wish}.`,
      (words) => `${words}.`,
    );
    holds(
      AT_LEAST,
      LENGTHS,
      (wish) => `At least ${wish}.`,
      (words) => `${words}.`,
    );
  });
});
