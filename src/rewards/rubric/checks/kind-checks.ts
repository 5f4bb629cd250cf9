import { cutText } from '../../../core/index.ts';
import type { TraitCheck } from '../check.ts';
import { segmentWords } from '../text/text-reading.ts';
import { counted, quoted, withinUnit } from '../text/wording.ts';
import { countCues, readCueLists } from './cue-check.ts';
import table from './cues/kind.txt?raw';

const cues = readCueLists(table);

const ORDER = cues.pattern('steps: order');
const INLINE_NUMBER = /(?<=[\s(:;])(?:\(?[1-9][.)])(?=\s)|\bstep \d/gi;
/** Numbered lines are plain to see; words of order less so. */
const WORD_OF_ORDER = 0.4;

/** A sequence: numbered steps or words of order. */
export const steps: TraitCheck = {
  id: 'steps',
  label: 'Steps in order',
  noun: 'steps in order',
  explanation:
    'Numbered lines, “step 2”, and words of order such as “first”, “then”, “finally”, which count less (own count); whether the order is right is not seen.',
  defaultWeight: 1,
  englishOnly: false,
  presence({ response }) {
    const numbered = response.layout.numbered.length;
    const inline = numbered > 0 ? 0 : countCues(response.text, [INLINE_NUMBER]).weight;
    const words = countCues(response.text, [ORDER]);
    const signs = numbered + inline + WORD_OF_ORDER * words.weight;
    return {
      share: signs / (signs + 1.5),
      found: `${counted(numbered, 'numbered line')} and ${counted(words.total, 'word')} of order`,
    };
  },
};

/** Signs of a told story. */
export const story = cues.check({
  id: 'story',
  label: 'Signs of a story',
  noun: 'a story',
  explanation:
    'Words of telling: “once”, “one day”, he and she, past-tense verbs of doing and saying, speech in quotes (own list, after the narrative features of Biber 1988); plot is not seen.',
  half: 2,
  signs: /"[^"\n]{2,80}[,.!?]"/g,
});

/** Comparisons with something familiar. */
export const analogy = cues.check({
  id: 'analogy',
  label: 'Analogies',
  noun: 'analogies',
  explanation:
    'Phrases that compare, such as “think of it as”, “imagine”, “is like a”, and at a quarter of the weight things of daily life (own list); whether the comparison holds is not seen.',
  half: 1.2,
});

/** Imagery. */
export const vividness = cues.check({
  id: 'vividness',
  label: 'Imagery',
  noun: 'imagery',
  explanation:
    'Comparisons and words of the senses, nature, light and movement (own list); originality and beauty are not seen.',
  half: 2,
});

/** Words of a line of verse at most. */
const LONGEST_LINE = 14;
const ENDING = /(?<![aeiouy])[aeiouy]+[^aeiouy]*(?:e|es|ed)?$/;

/** The sounding end of a word as it is spelt: "night" and "light" share "ight". */
const endingOf = (line: string): string => {
  const last = segmentWords(line.toLowerCase()).at(-1) ?? '';
  return (ENDING.exec(last)?.[0] ?? last).slice(-4);
};

/** Lines whose end is spelt like that of one of the two lines before. */
function countRhymes(lines: readonly string[]): number {
  const endings = lines.map(endingOf);
  return endings.filter(
    (ending, place) =>
      ending.length > 1 && endings.slice(Math.max(0, place - 2), place).includes(ending),
  ).length;
}

/** Verse: short lines that rhyme. */
export const verse: TraitCheck = {
  id: 'verse',
  label: 'Verse',
  noun: 'verse',
  explanation:
    'Short lines that are no list, and line ends spelt alike (own count); rhymes that are spelt differently, and metre, are not seen.',
  defaultWeight: 1,
  englishOnly: false,
  presence({ response: { layout } }) {
    const marked = layout.bullets.length + layout.numbered.length + layout.headings.length;
    const short = layout.lines.filter((line) => segmentWords(line).length <= LONGEST_LINE);
    const lines = marked > 0 ? 0 : short.length;
    const rhymes = lines > 1 ? countRhymes(short) : 0;
    const mostly = lines / Math.max(1, layout.lines.length) > 0.7 && lines >= 3;
    return {
      share: mostly ? withinUnit(0.6 + (0.8 * rhymes) / lines) : 0,
      found: `${counted(mostly ? lines : 0, 'line')} of verse, ${counted(rhymes, 'rhyme')} by spelling`,
    };
  },
};

const SPEAKER =
  /^(?:[^\S\n\r\u2028\u2029]|[>*_-])*(?:[A-Z][\p{L}.']{0,15}(?: [A-Z][\p{L}.']{0,15})?)[*_]*:[*_]*\s+\S/gmu;
const SPEECH = /"[^"\n]{3,}[.,!?…-]"|^[^\S\n\r\u2028\u2029]*[—–]\s+\S/gm;
/** A line with its speaker's name is plain to see; speech in quotes stands in stories too. */
const QUOTED_SPEECH = 0.4;

/** A conversation. */
export const dialogue: TraitCheck = {
  id: 'dialogue',
  label: 'Dialogue',
  noun: 'a dialogue',
  explanation:
    'Lines that begin with a speaker, “Q:” or “A:”, and speech in quotes (own count); whether the speakers answer each other is not seen.',
  defaultWeight: 1,
  englishOnly: false,
  presence({ response }) {
    const lines = response.text.match(SPEAKER)?.length ?? 0;
    const speech = response.text.match(SPEECH)?.length ?? 0;
    const turns = (lines > 1 ? lines : 0) + QUOTED_SPEECH * speech;
    return {
      share: turns / (turns + 1),
      found: `${counted(lines, 'line')} with a speaker, ${counted(speech, 'quoted speech', 'quoted speeches')}`,
    };
  },
};

const SIGNS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['a subject line', /^[^\w\n\r\u2028\u2029]*subject\b\W*:/im],
  [
    'a salutation',
    /^[^\w\n\r\u2028\u2029]*(?:dear\b|hi\b|hello\b|hey\b|good (?:morning|afternoon|evening)\b|to whom it may concern)[^\n.?]{0,40}[,:!]?\s*$|^[^\w\n\r\u2028\u2029]*dear [\p{L} .]{1,40},/imu,
  ],
  [
    'a closing',
    /(?:^|\n|\. )[^\w\n]{0,40}(?:(?:kind|best|warm|with kind|with best) (?:regards|wishes)|sincerely|yours(?: \w+)?|regards|best|cheers|thanks|thank you|many thanks|love|take care)[,!.]?\s*(?:\n|[A-Z\p{Lu}[][\p{L} \]]{0,30}$)/iu,
  ],
];

/** A letter or a message, ready to send. */
export const letter: TraitCheck = {
  id: 'letter',
  label: 'Letter form',
  noun: 'the form of a letter',
  explanation:
    'A subject line, a salutation and a closing (own count, after the parts of a letter); its tone is not seen.',
  defaultWeight: 1,
  englishOnly: true,
  presence({ response }) {
    const found = SIGNS.filter(([, pattern]) => pattern.test(response.text)).map(([name]) => name);
    return {
      share: found.length / SIGNS.length,
      found: found.length === 0 ? 'No part of a letter' : `Has ${found.join(', ')}`,
    };
  },
};

/** A question at the end is the clearest invitation. */
const ENDING_BONUS = 1;

/** Questions put to the reader. */
export const questions: TraitCheck = {
  id: 'questions',
  label: 'Questions asked',
  noun: 'questions to the reader',
  explanation:
    'Question marks, more for one that ends the response (own count); whether a question is meant for the reader is not seen.',
  defaultWeight: 1,
  englishOnly: false,
  presence({ response }) {
    const count = response.text.match(/[?？؟]/g)?.length ?? 0;
    const ending = /[?？؟]["')\]*]*\s*$/.test(response.text) ? ENDING_BONUS : 0;
    return {
      share: (count + ending) / (count + ending + 1),
      found: `${counted(count, 'question')}${ending ? ', one of them at the end' : ''}`,
    };
  },
};

/** One thing recommended. */
export const recommendation = cues.check({
  id: 'recommendation',
  label: 'Clear recommendation',
  noun: 'a clear recommendation',
  explanation:
    'Verbs that recommend or choose, such as “I’d go with”, “get”, “the best choice” (own list); whether the advice is sound is not seen.',
  half: 1.5,
});

/** More than one way shown. */
export const options = cues.check({
  id: 'options',
  label: 'Several options',
  noun: 'several options',
  explanation:
    'Words that set ways beside each other, such as “another”, “alternatively”, “or you could”, “if you prefer” (own list); whether the ways differ is not seen.',
  half: 1.5,
});

const opening = (heading: string) => new RegExp(`^\\W*(?:${cues.source(heading)})\\b`, 'i');
const VERDICT = opening('answer-first: verdicts');
const CONCLUDING = cues.pattern('answer-first: concluding');
const LEADING_UP = opening('answer-first: leading up');
/** Words of a first sentence that holds an answer and little else. */
const SHORT_OPENING = 18;

/** Whether the answer stands at the beginning. */
export const answerFirst: TraitCheck = {
  id: 'answer-first',
  label: 'Answer comes first',
  noun: 'the answer at the beginning',
  explanation:
    'Whether the first sentence is short and opens with a verdict, rather than with background (own count); whether it is the answer is not seen.',
  defaultWeight: 1,
  englishOnly: true,
  presence({ response }) {
    const opening = response.sentences[0] ?? '';
    const words = segmentWords(opening.toLowerCase()).length;
    const verdict = VERDICT.test(opening) ? 0.5 : 0;
    const concluding = Math.min(2, opening.match(CONCLUDING)?.length ?? 0) * 0.1;
    const roundabout = LEADING_UP.test(opening) ? 0.2 : 0;
    const share =
      0.2 + verdict + concluding - roundabout + 0.1 * (SHORT_OPENING / (SHORT_OPENING + words));
    return { share: withinUnit(share), found: `Opens with ${quoted([cutText(opening, 40)])}` };
  },
};

/** A closing summary. */
export const wrapUp = cues.check({
  id: 'wrap-up',
  label: 'Summed up',
  noun: 'a closing summary',
  explanation:
    'Phrases that sum up: “in short”, “overall”, “the bottom line”, “key takeaway” (own list); whether the summary is right is not seen.',
});

/** Something to remember it by. */
export const memoryAid = cues.check({
  id: 'memory-aid',
  label: 'Memory aid',
  noun: 'a memory aid',
  explanation:
    'Words of remembering, acronyms that are spelt out, and phrases in quotes to learn by heart (own list); whether the aid helps is not seen.',
  signs: /"[^"\n]{8,}"|\b(?:[A-Z]\.){3,}|\b[A-Z]-[A-Z]-[A-Z]/g,
});

const UNSPEAKABLE =
  /[*#|@→⇒•~^<>={}[\]\\/]|\((?=[^)]{2,})|\b(?:e\.g|i\.e|etc|approx|vs|p\.a|cf|no)\.|https?:\S+|\d\s?(?:%|°)|[;:–—](?=\s)/g;
/** Signs at which half the credit is left, for each 60 words. */
const HALF_CREDIT = 1.5;

/** Can be read aloud as it stands. */
export const speakable: TraitCheck = {
  id: 'speakable',
  label: 'Can be read aloud',
  noun: 'a text to be read aloud',
  explanation:
    'Signs that a voice stumbles over, such as Markdown marks, brackets, abbreviations and links, and lines set as a list (own count); rhythm is not heard.',
  defaultWeight: 1,
  englishOnly: false,
  presence({ response: { text, words, layout } }) {
    const signs = text.match(UNSPEAKABLE)?.length ?? 0;
    const listed = layout.bullets.length + layout.numbered.length;
    const obstacles = (signs + listed) / Math.max(1, words.length / 60);
    return {
      share: HALF_CREDIT / (HALF_CREDIT + obstacles),
      found: `${counted(signs + listed, 'sign or list line', 'signs or list lines')} that a voice stumbles over`,
    };
  },
};
