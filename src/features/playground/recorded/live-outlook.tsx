import { estimateRun, type RunHeader, type RunPlan, upTo } from '../../../core/index.ts';
import { type ChosenModel, readPace } from '../../../runs/index.ts';
import { formatBytes, formatSeconds, Note } from '../../../ui/index.ts';

export interface LiveOutlookProps {
  /** What Run would sample. */
  readonly plan: RunPlan;
  readonly model: ChosenModel;
  /** Whether that model is in memory. */
  readonly isLoaded: boolean;
  /** The run on screen, whose scorer and model a pace has to be of. */
  readonly run: RunHeader;
  /** As it was kept; from outside. */
  readonly pace: unknown;
}

/** What Run fetches and how long that takes here: what was measured, and where nothing was, that. */
export function LiveOutlook({ plan, model, isLoaded, run, pace }: LiveOutlookProps) {
  const { calls } = estimateRun(plan);
  const most = upTo(plan.arms);
  const size = model.downloadBytes === null ? '' : `, ${formatBytes(model.downloadBytes)}`;
  const load = isLoaded ? `${model.name} is loaded; Run` : `Run loads ${model.name}${size}, and`;
  return (
    <Note>
      {load} writes {most}
      {calls} texts; {timeSentence(most, calls, run, pace)}
    </Note>
  );
}

function timeSentence(most: string, calls: number, run: RunHeader, kept: unknown): string {
  const seconds = readPace(kept, { policyId: run.policy.id, scorerId: run.rewardModel.id });
  return seconds !== null
    ? `at your last run’s pace that takes ${most}about ${formatSeconds(calls * seconds)} once it is loaded.`
    : 'its time here isn’t measured yet.';
}
