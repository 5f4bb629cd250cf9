import { estimateRun, type RunPlan, upTo } from '../../../core/index.ts';
import { type ScorerSettings, scoringUsageOf } from '../../../rewards/index.ts';
import { formatCount, Note } from '../../../ui/index.ts';

export interface RunEstimateProps {
  readonly plan: RunPlan;
  readonly scorerId: string;
  readonly settings: ScorerSettings;
}

/** Calls and tokens that a plan will take, before it runs, and what its scorer adds. */
export function RunEstimate({ plan, scorerId, settings }: RunEstimateProps) {
  const { calls, promptTokens, mostCompletionTokens } = estimateRun(plan);
  const scoring = scoringUsageOf(plan, scorerId, settings);
  return (
    <Note>
      Will take {upTo(plan.arms)}
      {formatCount(calls)} calls, at most {formatCount(mostCompletionTokens)} tokens written and
      about {formatCount(promptTokens)} read.
      {scoring.calls > 0 &&
        ` Scoring adds up to ${formatCount(scoring.calls)} calls, about ${formatCount(scoring.tokens)} tokens read.`}
    </Note>
  );
}
