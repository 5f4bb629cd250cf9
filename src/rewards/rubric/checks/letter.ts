import type { TraitCheck } from '../check.ts';

const SIGNS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['a subject line', /^\W*subject\b\W*:/im],
  [
    'a salutation',
    /^\W*(?:dear\b|hi\b|hello\b|hey\b|good (?:morning|afternoon|evening)\b|to whom it may concern)[^\n.?]{0,40}[,:!]?\s*$|^\W*dear [\p{L} .]{1,40},/imu,
  ],
  [
    'a closing',
    /(?:^|\n|\. )\W*(?:(?:kind|best|warm|with kind|with best) (?:regards|wishes)|sincerely|yours(?: \w+)?|regards|best|cheers|thanks|thank you|many thanks|love|take care)[,!.]?\s*(?:\n|[A-Z\p{Lu}[][\p{L} \]]{0,30}$)/iu,
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
