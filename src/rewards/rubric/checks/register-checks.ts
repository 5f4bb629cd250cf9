import type { TraitCheck } from '../check.ts';
import { readabilityOf } from '../text/reading-ease.ts';
import type { TextReading } from '../text/text-reading.ts';
import { counted, percent, quoted, withinUnit } from '../text/wording.ts';
import { countCues, cueShare, readCueLists } from './cue-check.ts';
import table from './cues/register.txt?raw';
import { EMOJI } from './layout-checks.ts';

const cues = readCueLists(table);

const FILLER = cues.pattern('economy: filler');

/** Few filler words. */
export const economy: TraitCheck = {
  id: 'economy',
  label: 'Few filler words',
  noun: 'economy of words',
  explanation:
    'Filler phrases such as “it is important to note” and “in order to”, and long sentences, take credit away (own list); whether a thought is needed is not seen.',
  defaultWeight: 1,
  englishOnly: true,
  presence({ response }) {
    const filler = countCues(response.text, [FILLER]);
    const perSentence = response.words.length / Math.max(1, response.sentences.length);
    const heaviness = 0.5 * filler.total + Math.max(0, perSentence - 12) / 12;
    const samples = filler.total > 0 ? `, such as ${quoted(filler.distinct)}` : '';
    return {
      share: 1 / (1 + heaviness),
      found: `${counted(filler.total, 'filler phrase')}${samples}; ${perSentence.toFixed(0)} words per sentence`,
    };
  },
};

/** Reading ease below the first earns nothing, above the second everything. */
const HARD = 20;
const EASY = 95;

/** Easy words and sentences. */
export const plainWords: TraitCheck = {
  id: 'plain-words',
  label: 'Plain words',
  noun: 'plain words',
  explanation:
    'Flesch reading ease (1948) from 20 to 95, less for technical-looking terms; whether an explanation is easy to follow is not seen.',
  defaultWeight: 1,
  englishOnly: true,
  presence({ response }) {
    const { ease, longWordShare } = readabilityOf(response);
    const technical = countTechnicalTerms(response);
    const share = withinUnit((ease - HARD) / (EASY - HARD)) - 0.3 * Math.min(1, technical * 4);
    return {
      share: withinUnit(share),
      found: `Reading ease ${String(Math.round(ease))}, ${percent(longWordShare)} long words, ${percent(technical)} technical-looking`,
    };
  },
};

/** "don't", "it's", "we'll": not possessives such as "the dog's". */
const CONTRACTION = cues.pattern('contractions: contraction');

/** Contracted forms. */
export const contractions: TraitCheck = {
  id: 'contractions',
  label: 'Contractions',
  noun: 'contractions',
  explanation:
    'Contracted forms such as “don’t” and “it’s”, against length (own count, a feature of Biber 1988); whether they fit the occasion is not seen.',
  defaultWeight: 1,
  englishOnly: true,
  presence({ response }) {
    const count = response.text.match(CONTRACTION)?.length ?? 0;
    return { share: cueShare(count, response.words.length), found: counted(count, 'contraction') };
  },
};

/** Exclamation marks. */
export const exclamations: TraitCheck = {
  id: 'exclamations',
  label: 'Exclamation marks',
  noun: 'exclamation marks',
  explanation:
    'Exclamation marks, against length (own count); a loud tone without them is not seen.',
  defaultWeight: 1,
  englishOnly: false,
  presence({ response }) {
    const count = response.text.match(/[!！]/g)?.length ?? 0;
    return {
      share: cueShare(count, response.words.length),
      found: counted(count, 'exclamation mark'),
    };
  },
};

const INFORMAL = cues.pattern('formal: informal');
const FORMAL = cues.pattern('formal: formal');
const FIRST_PERSON = cues.pattern('formal: first person');
const SECOND_PERSON = cues.pattern('formal: second person');

/** Formal, professional register against casual talk. */
export const formal: TraitCheck = {
  id: 'formal',
  label: 'Formal register',
  noun: 'a formal register',
  explanation:
    'Formal linking words and long words against contractions, exclamation marks, slang, emoji and “I”/“you”, after the features of Heylighen and Dewaele (1999) and Biber (1988); tact and expertise are not seen.',
  defaultWeight: 1,
  englishOnly: true,
  presence({ response }) {
    const { text, words } = response;
    const per = Math.max(1, words.length / 60);
    const formalCues = countCues(text, [FORMAL]).weight / per;
    const slang = countCues(text, [INFORMAL, EMOJI]);
    const contracted = countCues(text, [CONTRACTION]).total;
    const exclaimed = text.match(/!/g)?.length ?? 0;
    const persons = countCues(text, [FIRST_PERSON, SECOND_PERSON]).total;
    const casual = (slang.weight + 0.8 * contracted + exclaimed + 0.15 * persons) / per;
    const { longWordShare } = readabilityOf(response);
    const balance = 0.5 * formalCues - 0.8 * casual + 8 * (longWordShare - 0.14);
    return {
      share: 1 / (1 + Math.exp(-balance)),
      found: `${counted(contracted, 'contraction')}, ${counted(exclaimed, 'exclamation mark')}, ${counted(slang.total, 'casual word')}, ${String(Math.round(longWordShare * 100))} % long words`,
    };
  },
};

const ACRONYM = /\b(?!(?:I|OK|US|USA|UK|TV|AM|PM|FAQ|TLDR|DIY)\b)[A-Z][A-Z0-9]{1,6}s?\b/g;
const LEARNED = new RegExp(`\\b\\p{L}*(?:${cues.source('technical: learned words')})\\b`, 'giu');
const UNIT =
  /\b\d+(?:[.,]\d+)?\s?(?:nm|mm|cm|km|kg|mg|ml|hz|khz|mhz|ghz|kb|mb|gb|tb|ms|kw|kwh|kpa|mol|°c|°f|v|w)\b/gi;

/** Technical-looking terms (acronyms, learned endings, units) for each word. */
function countTechnicalTerms({ text, words }: TextReading): number {
  const terms = [ACRONYM, LEARNED, UNIT].flatMap((pattern) => text.match(pattern) ?? []);
  return terms.length / Math.max(1, words.length);
}

/** Specialist vocabulary. */
export const technical: TraitCheck = {
  id: 'technical',
  label: 'Technical terms',
  noun: 'technical terms',
  explanation:
    'Acronyms, units, words with learned endings such as “-ology” and “-ization” (own list), and words of three or more syllables as in Gunning’s fog index (1952); whether the terms are right is not seen.',
  defaultWeight: 1,
  englishOnly: true,
  presence({ response }) {
    const terms = countTechnicalTerms(response);
    const { longWordShare } = readabilityOf(response);
    const signs = 12 * terms + 3 * Math.max(0, longWordShare - 0.08);
    return {
      share: signs / (signs + 1),
      found: `${percent(terms)} technical-looking terms, ${percent(longWordShare)} long words`,
    };
  },
};

/** Written as "I" or "we". */
export const firstPerson = cues.check({
  id: 'first-person',
  label: 'First person',
  noun: 'the first person',
  explanation:
    'Words of the first person: “I”, “my”, “we”, “our” (own list, a feature of Biber 1988); who is speaking is not seen.',
  weak: false,
});

/** Speaks to the reader as "you". */
export const addressReader = cues.check({
  id: 'address-reader',
  label: 'Speaks to the reader',
  noun: 'speaking to the reader',
  explanation:
    'Words of the second person: “you”, “your” (own list, a feature of Biber 1988); whether “you” means the reader is not seen.',
  weak: false,
});

/** Old-fashioned words. */
export const archaic = cues.check({
  id: 'archaic',
  label: 'Old-fashioned words',
  noun: 'old-fashioned words',
  explanation:
    'Words and verb forms of older English, such as “thou”, “doth”, “’tis”, “alas” (own list); the style of an age or an author is not seen.',
});
