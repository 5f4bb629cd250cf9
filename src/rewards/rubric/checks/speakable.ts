import type { TraitCheck } from '../check.ts';
import { counted } from '../text/wording.ts';

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
