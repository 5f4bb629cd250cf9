import { armLabel, nodeName, type ArmTree } from '../../../core/index.ts';
import {
  canResume,
  isBusy,
  progressOf,
  type ModelState,
  type RunView,
} from '../../../runs/index.ts';
import { Button, formatSeconds, ProgressBar, Problem, StatusLine } from '../../../ui/index.ts';
import type { BoundRunActions } from '../use-run-actions.ts';
import styles from './results.module.css';

export interface RunStatusProps {
  readonly view: RunView;
  readonly model: ModelState;
  readonly actions: Pick<BoundRunActions, 'resume' | 'reuse' | 'startAnew' | 'notice'>;
}

/** What is happening now, what remains, and the next step: a sentence for each state. */
export function RunStatus({ view, model, actions }: RunStatusProps) {
  return (
    <div className={styles.status}>
      <div className={styles.now}>
        {/* Always there, so that screen readers tell when its words change. */}
        <StatusLine isProblem={view.state === 'failed'}>{stateSentence(view)}</StatusLine>
        {view.state === 'loading' && <LoadingBar model={model} />}
        {view.state === 'running' && <RunningBar arms={view.tree?.arms ?? []} />}
      </div>
      {canResume(view) && (
        <Button look="primary" onClick={actions.resume}>
          Continue
        </Button>
      )}
      {view.tree !== null && !isBusy(view) && (
        <>
          <Button onClick={actions.reuse}>Use its set-up</Button>
          <Button onClick={actions.startAnew}>New run</Button>
        </>
      )}
      {actions.notice !== null && <Problem role="alert">{actions.notice}</Problem>}
      {view.storageProblem !== null && (
        <Problem role="alert">
          Not stored: {view.storageProblem} What is on screen and not stored goes with the page.
        </Problem>
      )}
    </div>
  );
}

function stateSentence({ state, tree, problem }: RunView): string {
  switch (state) {
    case 'idle':
      return 'This is the plan. Move the split and watch it change; Run samples it for real.';
    case 'loading':
      return 'Loading the model.';
    case 'running':
      return 'Sampling.';
    case 'stopped':
      return tree === null
        ? 'Stopped before the model was loaded.'
        : `Stopped: ${doneOfTotal(tree.arms)} are kept. Continue samples the rest with the seeds they had.`;
    case 'finished':
      return tree === null ? 'Finished.' : `Finished: ${doneOfTotal(tree.arms)}.`;
    case 'failed':
      return problem ?? 'The run failed.';
  }
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
  const { done, failed, total, writing, secondsLeft } = progressOf(arms);
  const arm = arms.find((each) => each.arm.id === writing?.armId);
  const parts = [
    writing === null || arm === undefined
      ? 'Scoring'
      : `${armLabel(arm.arm)}: writing ${nodeName(writing.node, arm)}`,
    `${String(done)} of ${String(total)} done`,
    ...(failed === 0 ? [] : [`${String(failed)} failed`]),
    ...(secondsLeft === null ? [] : [`about ${formatSeconds(secondsLeft)} left`]),
  ];
  return <ProgressBar label={parts.join(' · ')} fraction={done / total} />;
}

function doneOfTotal(arms: readonly ArmTree[]): string {
  const { done, failed, total } = progressOf(arms);
  const finished = `${String(done - failed)} of ${String(total)} texts`;
  return failed === 0 ? finished : `${finished}, ${String(failed)} failed`;
}
