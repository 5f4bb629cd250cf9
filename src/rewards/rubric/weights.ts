import type { CheckDescription } from './check.ts';
import { keywordsChecks } from './checks/keyword-checks.ts';
import { languageCheck } from './checks/language-check.ts';
import { lengthChecks } from './checks/length-checks.ts';
import { promptChecks } from './checks/prompt-checks.ts';
import { traitChecks } from './trait-checks.ts';

/** Weight of each check by its id; a check that is left out keeps its default. */
export type RubricWeights = Readonly<Record<string, number>>;

/** Every check the rubric knows, those for the prompt first. */
export const RUBRIC_CHECKS: readonly CheckDescription[] = [
  ...promptChecks,
  ...Object.values(lengthChecks),
  ...Object.values(keywordsChecks),
  languageCheck,
  ...Object.values(traitChecks),
];

/** The weight of each check when nobody has changed it. */
export const DEFAULT_RUBRIC_WEIGHTS: RubricWeights = Object.fromEntries(
  RUBRIC_CHECKS.map(({ id, defaultWeight }) => [id, defaultWeight]),
);

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
