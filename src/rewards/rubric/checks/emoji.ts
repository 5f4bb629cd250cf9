import type { TraitCheck } from '../check.ts';
import { cueShare } from './cue-check.ts';

export const EMOJI = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F|[:;]-?[)D(](?=\s|$)/gu;

/** Emoji and smileys. */
export const emoji: TraitCheck = {
  id: 'emoji',
  label: 'Emoji',
  noun: 'emoji',
  explanation:
    'Emoji by their Unicode property and typed smileys, against length; whether they fit is not seen.',
  defaultWeight: 1,
  englishOnly: false,
  presence({ response }) {
    const count = response.text.match(EMOJI)?.length ?? 0;
    return { share: cueShare(count, response.words.length), found: `${String(count)} emoji` };
  },
};
