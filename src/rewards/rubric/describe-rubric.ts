import type { Conditioning } from '../../core/index.ts';
import { chooseChecks } from './active-checks.ts';
import { completeWeights, type RubricWeights } from './weights.ts';

/** An active check, for the page to show beside its slider. */
export interface ActiveCheck {
  readonly id: string;
  readonly label: string;
  readonly explanation: string;
  /** The weight the person set, or the default. */
  readonly weight: number;
  /** Multiplies the weight: 0.5 where the preference only suggests this, or a check of the prompt gives way to it. */
  readonly strength: number;
  /** What the preference asks, as understood; undefined for a check that needs no preference. */
  readonly demand: string | undefined;
  /** Words of the preference that chose the check. */
  readonly because: readonly string[];
}

/**
 * The checks that a preference makes active, those of the prompt first.
 * @throws RangeError where a weight is not a finite number
 */
export function describeRubric(
  preference: string,
  weights: RubricWeights = {},
  conditionedOn: Conditioning = 'prompt-and-preference',
): ActiveCheck[] {
  const complete = completeWeights(weights);
  return chooseChecks(preference, conditionedOn).map(({ check, demand, strength }) => ({
    id: check.id,
    label: check.label,
    explanation: check.explanation,
    weight: complete[check.id] ?? check.defaultWeight,
    strength,
    demand: demand?.sentence,
    because: demand?.because ?? [],
  }));
}
