import type { TraitCheck } from '../check.ts';
import { counted } from '../text/wording.ts';
import { phrasePattern } from './cue-check.ts';

const PASSIVE = phrasePattern(
  `(?:is|are|was|were|be|been|being|gets?|got)(?:_(?:not|also|then|often|usually|always|only|first|\\w+ly))?_(?:\\w{3,}ed|made|done|given|taken|seen|known|found|held|kept|left|told|said|sent|built|broken|written|chosen|driven|shown|grown|drawn|worn|torn|sold|paid|bought|brought|caught|taught|thought|fed|led|met|put|set|cut|read|spent|blown|frozen|hidden|spoken|stolen|thrown|won|lost|run|begun)`,
);

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
