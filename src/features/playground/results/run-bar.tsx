import { armLabel, type ArmTree, nodeName } from '../../../core/index.ts';
import { type ModelState, progressOf, type RunView } from '../../../runs/index.ts';
import { formatSeconds, ProgressBar } from '../../../ui/index.ts';

export interface RunBarProps {
  readonly view: RunView;
  readonly model: ModelState;
}

/** How far the model's loading has got, and then the run. */
export function RunBar({ view, model }: RunBarProps) {
  return (
    <>
      {view.state === 'loading' && <LoadingBar model={model} />}
      {view.state === 'running' && <RunningBar arms={view.tree?.arms ?? []} />}
    </>
  );
}

function LoadingBar({ model }: { readonly model: ModelState }) {
  const progress = model.status === 'loading' ? model.progress : null;
  return (
    <ProgressBar
      label={progress?.message ?? 'Getting ready'}
      fraction={progress?.fraction ?? null}
    />
  );
}

function RunningBar({ arms }: { readonly arms: readonly ArmTree[] }) {
  const { done, failed, total, upTo, writing, secondsLeft } = progressOf(arms);
  const arm = arms.find((each) => each.arm.id === writing?.armId);
  const parts = [
    writing === null || arm === undefined
      ? 'Scoring'
      : `${armLabel(arm.arm)}: writing ${writtenNow(arm, nodeName(writing.node, arm))}`,
    `${String(done)} of ${upTo}${String(total)} done`,
    ...(failed === 0 ? [] : [`${String(failed)} failed`]),
    ...(secondsLeft === null ? [] : [`${upTo}about ${formatSeconds(secondsLeft)} left`]),
  ];
  return <ProgressBar label={parts.join(' · ')} fraction={done / total} />;
}

/** "Draft 1", or "4 texts" where several are written at once. */
function writtenNow({ nodes }: ArmTree, first: string): string {
  const count = nodes.filter(({ progress }) => progress.status === 'writing').length;
  return count > 1 ? `${String(count)} texts` : first;
}
