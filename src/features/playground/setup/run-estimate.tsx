import {
  estimateRun,
  estimateScoring,
  otherConditioning,
  type RunPlan,
  type ScoringCall,
  type ScoringUsage,
} from '../../../core/index.ts';
import { POINTWISE_SCORERS, type ScorerSettings } from '../../../rewards/index.ts';
import { formatCount, Note } from '../../../ui/index.ts';

export interface RunEstimateProps {
  readonly plan: RunPlan;
  readonly scorerId: string;
  readonly settings: ScorerSettings;
}

/** Calls and tokens that a plan will take, before it runs, and what its scorer adds. */
export function RunEstimate({ plan, scorerId, settings }: RunEstimateProps) {
  const { calls, promptTokens, mostCompletionTokens } = estimateRun(plan);
  const scoring = scoringOf(plan, scorerId, settings);
  return (
    <Note>
      Will take {formatCount(calls)} calls, at most {formatCount(mostCompletionTokens)} tokens
      written and about {formatCount(promptTokens)} read.
      {scoring.calls > 0 &&
        ` Scoring adds up to ${formatCount(scoring.calls)} calls, about ${formatCount(scoring.tokens)} tokens read.`}
    </Note>
  );
}

/** What scoring the responses of all arms will take. */
function scoringOf(plan: RunPlan, scorerId: string, settings: ScorerSettings): ScoringUsage {
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
