import type { TraitCheck } from '../check.ts';
import { readabilityOf } from '../text/reading-ease.ts';
import { counted, percent, withinUnit } from '../text/wording.ts';
import { readCueLists } from './cue-check.ts';
import table from './cues/grammar.txt?raw';

const cues = readCueLists(table);

/** Words per sentence at which half of the credit is left. */
const HALF_CREDIT = 14;

/** Short sentences. */
export const shortSentences: TraitCheck = {
  id: 'short-sentences',
  label: 'Short sentences',
  noun: 'short sentences',
  explanation:
    'Words per sentence by Unicode segmentation (UAX 29), half the credit at 14; how tangled a sentence is is not seen.',
  defaultWeight: 1,
  englishOnly: false,
  presence({ response }) {
    const { wordsPerSentence } = readabilityOf(response);
    return {
      share: 1 / (1 + (wordsPerSentence / HALF_CREDIT) ** 2),
      found: `${wordsPerSentence.toFixed(1)} words per sentence`,
    };
  },
};

/** Words looked at together, so that a long text isn't marked down for its length. */
const WINDOW = 50;

/** Mean share of different words over windows of 50 words (moving-average type-token ratio). */
function wordVariety(words: readonly string[]): number {
  if (words.length === 0) return 0;
  if (words.length <= WINDOW) return new Set(words).size / words.length;
  let sum = 0;
  let windows = 0;
  for (let start = 0; start + WINDOW <= words.length; start += WINDOW / 5) {
    sum += new Set(words.slice(start, start + WINDOW)).size / WINDOW;
    windows += 1;
  }
  return sum / windows;
}

/** Varied vocabulary. */
export const variety: TraitCheck = {
  id: 'variety',
  label: 'Varied words',
  noun: 'varied words',
  explanation:
    'Moving-average type-token ratio over 50 words (Covington and McFall 2010), nothing at 0.6, full at 0.95; whether the words are well chosen is not seen.',
  defaultWeight: 1,
  englishOnly: false,
  presence({ response }) {
    const ratio = wordVariety(response.words);
    return {
      share: withinUnit((ratio - 0.6) / 0.35),
      found: `${percent(ratio)} different words in a window of 50`,
    };
  },
};

const BRITISH = cues.pattern('british-spelling: british');
const AMERICAN = cues.pattern('british-spelling: american');
/** Spelt so on both sides of the Atlantic. */
const BOTH = cues.pattern('british-spelling: both');

/** British against American spelling. */
export const britishSpelling: TraitCheck = {
  id: 'british-spelling',
  label: 'British spelling',
  noun: 'British spelling',
  explanation:
    'Words spelt the British way against words spelt the American way, by endings and a short list (own count); words and idioms of either side are not seen.',
  defaultWeight: 1,
  englishOnly: true,
  presence({ response }) {
    const text = response.text.replace(BOTH, ' ');
    const british = text.match(BRITISH)?.length ?? 0;
    const american = text.match(AMERICAN)?.length ?? 0;
    return {
      share: (british + 0.5) / (british + american + 1),
      found: `${String(british)} words in British spelling, ${String(american)} in American`,
    };
  },
};

const PAST = cues.pattern('past-tense: past');
const PRESENT = cues.pattern('past-tense: present');

/** Told in the past tense. */
export const pastTense: TraitCheck = {
  id: 'past-tense',
  label: 'Past tense',
  noun: 'the past tense',
  explanation:
    'Verbs in the past form (“-ed” and the common irregular ones) against verbs in the present, by a list (own count); participles count as past, and rarer verbs are not seen.',
  defaultWeight: 1,
  englishOnly: true,
  presence({ response }) {
    const past = response.text.match(PAST)?.length ?? 0;
    const present = response.text.match(PRESENT)?.length ?? 0;
    return {
      share: (past + 0.5) / (past + present + 1),
      found: `${String(past)} verbs in a past form, ${String(present)} in the present`,
    };
  },
};

const PASSIVE = cues.pattern('active-voice: passive');

/** Says who does what. */
export const activeVoice: TraitCheck = {
  id: 'active-voice',
  label: 'Active voice',
  noun: 'the active voice',
  explanation:
    'Forms of “be” followed by a past participle take credit away, against the number of sentences (own count); adjectives such as “tired” are taken for passives.',
  defaultWeight: 1,
  englishOnly: true,
  presence({ response }) {
    const passives = response.text.match(PASSIVE)?.length ?? 0;
    const share = passives / Math.max(1, response.sentences.length);
    return { share: 1 / (1 + 2 * share), found: counted(passives, 'passive form') };
  },
};

/** Words that name a sex. */
export const genderedWords = cues.check({
  id: 'gendered-words',
  label: 'Gendered words',
  noun: 'gendered words',
  explanation:
    '“He”, “she” and their forms, and nouns in “-man” or “-ess” (own list); whether a person’s sex matters there is not seen.',
  weak: false,
});
