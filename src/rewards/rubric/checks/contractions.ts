import type { TraitCheck } from '../check.ts';
import { counted } from '../text/wording.ts';
import { cueShare, phrasePattern } from './cue-check.ts';

/** "don't", "it's", "we'll": not possessives such as "the dog's". */
export const CONTRACTION = phrasePattern(
  `\\w+n't | (?:i|you|we|they|he|she|it|that|there|who|what|where|here|how|this)'(?:s|re|ve|ll|d|m) | let's`,
);

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
