import * as z from 'zod/mini';
import type { Setting } from '../scorer-settings.ts';
import { TRAIT_IDS } from './check.ts';

/** Weight of each check by its id; a check that is left out keeps its default. */
export type RubricWeights = Readonly<Record<string, number>>;

/**
 * The weight of each check when nobody has changed it, those for the prompt first. It stands apart from the checks, whose
 * code is fetched after the first picture; a test holds it to what each check says of itself.
 */
export const DEFAULT_RUBRIC_WEIGHTS: RubricWeights = {
  'answers-prompt': 0.5,
  substance: 0.5,
  'sentence-completeness': 0.5,
  'no-repetition': 0.5,
  copying: 1,
  'meta-talk': 1,
  'empty-items': 0.5,
  length: 1.5,
  'character-count': 1.5,
  'sentence-count': 1.5,
  'paragraph-count': 1.5,
  'item-count': 1.5,
  keywords: 2,
  'avoided-words': 2,
  language: 2,
  ...Object.fromEntries(TRAIT_IDS.map((id) => [id, 1])),
};

/** Weights of the checks that differ from their default, by the check's id. */
export const RUBRIC_WEIGHTS: Setting<RubricWeights> = {
  id: 'weights',
  schema: z.record(z.string(), z.number()),
  usual: {},
};

/**
 * Fills in the defaults. Ids the rubric doesn't know are dropped, so that a run of an older version can be read.
 * @throws RangeError where a weight is not a finite number.
 */
export function completeWeights(weights: RubricWeights): RubricWeights {
  const known = Object.entries(weights).filter(([id]) => Object.hasOwn(DEFAULT_RUBRIC_WEIGHTS, id));
  for (const [id, weight] of known) {
    if (!Number.isFinite(weight))
      throw new RangeError(`The weight of “${id}” must be a finite number.`);
  }
  return { ...DEFAULT_RUBRIC_WEIGHTS, ...Object.fromEntries(known) };
}
