import type { TraitCheck } from '../check.ts';
import { counted } from '../text/wording.ts';
import { countCues, readCueLists } from './cue-check.ts';
import table from './cues/tone.txt?raw';

const cues = readCueLists(table);

/** Surface signs of humour. */
export const humour = cues.check({
  id: 'humour',
  label: 'Signs of humour',
  noun: 'humour',
  explanation:
    'Surface signs only, after Mihalcea and Strapparava (2005): laughter, asides, comic exaggeration, mock drama, everyday animals and snacks, comparisons, emoji; whether it is funny, or a pun works, is not seen.',
  signs:
    /!|\?\s*(?:no|yes|nope|exactly|me neither|same)\b|\((?=[^)\d]{12,200}\))|\p{Emoji_Presentation}|[:;]-?\)/giu,
});

/** Friendly address. */
export const warmth = cues.check({
  id: 'warmth',
  label: 'Friendly words',
  noun: 'a friendly tone',
  explanation:
    'Greetings, praise, good wishes, “we” and “you”, contractions and exclamation marks (own list); sincerity is not seen.',
  half: 2,
  signs: /!|\p{Emoji_Presentation}|[:;]-?\)/giu,
});

/** Words that acknowledge a person's feelings. */
export const empathy = cues.check({
  id: 'empathy',
  label: 'Words of empathy',
  noun: 'empathy',
  explanation:
    'Words that acknowledge feelings, such as “I’m sorry to hear”, “understandable”, “it’s okay to” (own list, after the mechanisms of Sharma et al. 2020); real understanding is not seen.',
});

/** Words that encourage. */
export const encouragement = cues.check({
  id: 'encouragement',
  label: 'Words of encouragement',
  noun: 'encouragement',
  explanation:
    'Phrases that encourage, such as “you can do it”, “keep going”, “every small step” (own list); whether they help is not seen.',
  half: 1.5,
  signs: /!/g,
});

/** Words of excitement. */
export const enthusiasm = cues.check({
  id: 'enthusiasm',
  label: 'Words of enthusiasm',
  noun: 'enthusiasm',
  explanation:
    'Exclamation marks and words of excitement, such as “amazing”, “thrilling”, “can’t wait” (own list); real delight is not seen.',
  signs: /!|\p{Emoji_Presentation}/gu,
});

/** Polite forms. */
export const courtesy = cues.check({
  id: 'courtesy',
  label: 'Polite forms',
  noun: 'politeness',
  explanation:
    'Polite forms after Danescu-Niculescu-Mizil et al. (2013): please, thanks, “would you”, “may I”, softened requests; tact is not seen.',
});

/** Words that leave a claim open. */
export const hedging = cues.check({
  id: 'hedging',
  label: 'Cautious wording',
  noun: 'cautious wording',
  explanation:
    'Hedges after Hyland (1998), such as “may”, “perhaps”, “it depends”; whether the caution fits is not seen.',
  half: 1.5,
});

/** Words that argue for something. */
export const persuasion = cues.check({
  id: 'persuasion',
  label: 'Persuasive wording',
  noun: 'persuasion',
  explanation:
    'Calls to act, benefits, contrasts and questions to the reader (own list, after the principles of Cialdini 1984); whether an argument convinces is not seen.',
  half: 2,
  signs: /[?!]/g,
});

/** Rude and hateful words. */
export const toxicity = cues.check({
  id: 'toxicity',
  label: 'Insults and abuse',
  noun: 'insults or abuse',
  explanation:
    'Insults, swear words, contempt, threats and shouting in capitals (own list); polite malice, stereotypes and irony are not seen.',
  signs: /\b[A-Z]{4,}(?:\s+[A-Z]{3,})+\b|!{2,}|[@#$%*]{3,}/g,
});

/** Words around an answer that are not part of it. */
export const pleasantries = cues.check({
  id: 'pleasantries',
  label: 'Pleasantries',
  noun: 'pleasantries around the answer',
  explanation:
    'Greetings, thanks, praise for the question, announcements and closing offers such as “I hope this helps” (own list); a slow start in other words is not seen.',
});

/** Tells people how to be good. */
export const moralising = cues.check({
  id: 'moralising',
  label: 'Moralising',
  noun: 'moralising',
  explanation:
    'Words of duty and blame, such as “you must never”, “responsibly”, “it is wrong to” (own list); a sermon in other words is not seen.',
});

/** Says what its writer thinks. */
export const opinion = cues.check({
  id: 'opinion',
  label: 'Opinion',
  noun: 'an opinion',
  explanation:
    'Words of view and judgement, such as “I think”, “in my view”, “clearly”, “terrible” (own list, after the subjectivity clues of Wilson et al. 2005); a slanted choice of facts is not seen.',
  half: 1.5,
});

const BRIGHT = cues.pattern('outlook: bright');
const DARK = cues.pattern('outlook: dark');

/** Looks at the bright side. */
export const outlook: TraitCheck = {
  id: 'outlook',
  label: 'Positive outlook',
  noun: 'a positive outlook',
  explanation:
    'Words with a good ring against words with a bad one, in the manner of opinion lexicons (Hu and Liu 2004) but in a short list of our own; irony and negation are not seen.',
  defaultWeight: 1,
  englishOnly: true,
  presence({ response }) {
    const bright = countCues(response.text, [BRIGHT]);
    const dark = countCues(response.text, [DARK]);
    return {
      share: (bright.weight + 1) / (bright.weight + dark.weight + 2),
      found: `${counted(bright.total, 'bright word')}, ${counted(dark.total, 'dark word')}`,
    };
  },
};
