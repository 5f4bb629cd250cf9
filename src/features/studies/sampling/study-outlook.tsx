import { memo, useMemo } from 'react';
import { upTo } from '../../../core/index.ts';
import { scoringUsageOf, type SettingValues } from '../../../rewards/index.ts';
import { estimateStudy, type Study } from '../../../studies/index.ts';
import { formatCount, formatSeconds, Note } from '../../../ui/index.ts';

export interface StudyOutlookProps {
  readonly study: Study;
  readonly scorerId: string;
  readonly scorerValues: SettingValues;
  /** Of one text of this model and scorer on this machine; null where that isn't measured. */
  readonly secondsForText: number | null;
}

/** What a study will take, before it is begun. */
export const StudyOutlook = memo(function StudyOutlook(props: StudyOutlookProps) {
  const { study, scorerId, scorerValues, secondsForText } = props;
  const estimate = useMemo(
    () =>
      estimateStudy(study, (plan) =>
        scoringUsageOf(plan, scorerId, { values: scorerValues, seed: plan.seed }),
      ),
    [study, scorerId, scorerValues],
  );
  const { runs, calls, promptTokens, mostCompletionTokens, scoring } = estimate;
  const most = upTo(study.shared.arms);
  return (
    <Note>
      {formatCount(runs)} {runs === 1 ? 'run' : 'runs'}: {most}
      {formatCount(calls)} calls, at most {formatCount(mostCompletionTokens)} tokens written and
      about {formatCount(promptTokens)} read.
      {scoring.calls > 0 &&
        ` Scoring adds up to ${formatCount(scoring.calls)} calls, about ${formatCount(scoring.tokens)} tokens read.`}{' '}
      {secondsForText === null
        ? 'How long that takes here isn’t measured yet: it is told after the first text.'
        : `At this machine’s last pace that takes ${most}about ${formatSeconds(calls * secondsForText)}, once the model is loaded.`}
    </Note>
  );
});
