import { readCueSources } from '../cue-table.ts';
import table from './cues/lengths.txt?raw';
import { holdsCue } from './cue.ts';
import { NEGATOR } from './negation.ts';

const sourceOf = readCueSources(table);
/** The negation of a length, and what may stand between: "don't write an answer of". */
const NEGATED = new RegExp(
  `\\b(?:${NEGATOR})[\\s,]+(?:(?:${sourceOf('between')})[\\s,]+){0,12}$`,
  'i',
);
/** A negation whose verb is any other; not one that ends with its object: "no jargon", "don't use jargon". */
const NEGATED_VERB = new RegExp(
  `\\b(?:(?!(?:no|non|without|none|neither|nor)\\b)(?:${NEGATOR}))\\s+(?<between>(?:(?!(?:but|and|or|because|before|until|till|unless|so|while|in|(?<!\\b(?:me|us) )with|using|${sourceOf('own object')})\\b)[\\w']+\\s+){1,8})$`,
  'i',
);

/** Where the negation of a length begins in the text before it; null where nothing denies it. */
export function findLengthNegation(before: string): number | null {
  const plain = NEGATED.exec(before);
  if (plain !== null) return plain.index;
  const verb = NEGATED_VERB.exec(before);
  return verb === null || holdsCue(verb.groups?.between ?? '') ? null : verb.index;
}
