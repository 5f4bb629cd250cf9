import {
  estimateScoring,
  otherConditioning,
  type RunPlan,
  type ScoringCall,
  type ScoringUsage,
} from '../core/index.ts';
import { POINTWISE_SCORERS } from './offer-and-make-scorers.ts';
import type { ScorerSettings } from './scorer-contract.ts';

/** What scoring the responses of all arms of a run will take, as far as it can be known before it runs. */
export function scoringUsageOf(
  plan: RunPlan,
  scorerId: string,
  settings: ScorerSettings,
): ScoringUsage {
  const scorer = POINTWISE_SCORERS.find(({ id }) => id === scorerId);
  const { conditionedOn: way, scoreBothWays } = plan;
  const ways = scoreBothWays ? [way, otherConditioning(way)] : [way];
  const asked = ways.flatMap(
    (conditionedOn) => scorer?.calls?.({ ...plan, conditionedOn }, settings) ?? [],
  );
  return estimateScoring(plan, withoutCopies(asked));
}

/** What is read one way is known the other. */
function withoutCopies(calls: readonly ScoringCall[]): readonly ScoringCall[] {
  return [...new Map(calls.map((call) => [JSON.stringify(call), call])).values()];
}
