import { createCueCheck } from './cue-check.ts';

/** Something to remember it by. */
export const memoryAid = createCueCheck({
  id: 'memory-aid',
  label: 'Memory aid',
  noun: 'a memory aid',
  explanation:
    'Words of remembering, acronyms that are spelt out, and phrases in quotes to learn by heart (own list); whether the aid helps is not seen.',
  cues: `remember | mnemonic\\w* | acronym | stands_for | first_letters? | each_letter | initials | rhyme | memory | memori[sz]e | keep_in_mind_as | picture | imagine | spells? | think_of | trick | easy_to_recall | recall | catchphrase | rule_of_thumb | in_your_head`,
  weakCues: `letters? | word | like`,
  signs: /"[^"\n]{8,}"|\b(?:[A-Z]\.){3,}|\b[A-Z]-[A-Z]-[A-Z]/g,
});
