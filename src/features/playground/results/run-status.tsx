import { armLabel, findArm, nodeName } from '../../../core/index.ts';
import { progressOf, type ModelState, type RunView } from '../../../runs/index.ts';
import { Button, formatSeconds, ProgressBar } from '../../../ui/index.ts';
import styles from './results.module.css';

export interface RunStatusProps {
  readonly view: RunView;
  readonly model: ModelState;
  readonly onResume: () => void;
  readonly onReuse: () => void;
  readonly onNew: () => void;
}

/** What is happening now, what remains, and the next step: a sentence for each state. */
export function RunStatus({ view, model, onResume, onReuse, onNew }: RunStatusProps) {
  return (
    <div className={styles.status}>
      <StatusLine view={view} model={model} />
      {canResume(view) && (
        <Button look="primary" onClick={onResume}>
          Continue
        </Button>
      )}
      {view.tree !== null && !isBusy(view) && (
        <>
          <Button onClick={onReuse}>Use its set-up</Button>
          <Button onClick={onNew}>New run</Button>
        </>
      )}
      {view.storageProblem !== null && (
        <p className={styles.problem} role="alert">
          Not stored: {view.storageProblem} Export the run before you close the page.
        </p>
      )}
    </div>
  );
}

function StatusLine({ view, model }: Pick<RunStatusProps, 'view' | 'model'>) {
  const { state, tree, problem } = view;
  switch (state) {
    case 'idle':
      return (
        <p className={styles.note} role="status">
          This is the plan. Move the split and watch it change; Run samples it for real.
        </p>
      );
    case 'loading':
      return <LoadingLine model={model} />;
    case 'running':
      return tree === null ? null : <RunningLine view={view} />;
    case 'stopped':
      return (
        <p className={styles.note} role="status">
          {tree === null
            ? 'Stopped before the model was loaded.'
            : `Stopped: ${doneOfTotal(view)} are kept. Continue samples the rest with the seeds they had.`}
        </p>
      );
    case 'finished':
      return (
        <p className={styles.note} role="status">
          Finished: {doneOfTotal(view)}.
        </p>
      );
    case 'failed':
      return (
        <p className={styles.problem} role="alert">
          {problem ?? 'The run failed.'}
        </p>
      );
  }
}

function LoadingLine({ model }: { readonly model: ModelState }) {
  const progress = model.status === 'loading' ? model.progress : null;
  const label = progress === null ? 'Loading the model' : progress.message;
  return <ProgressBar label={label} fraction={progress?.fraction ?? null} />;
}

function RunningLine({ view }: { readonly view: RunView }) {
  if (view.tree === null) return null;
  const { done, total, writing, secondsLeft } = progressOf(view.tree.arms);
  const arm = writing === null ? null : findArm(view.tree, writing.armId);
  const now =
    writing === null || arm === null
      ? 'Scoring'
      : `${armLabel(arm.arm)}: writing ${nodeName(writing.node, arm)}`;
  const left = secondsLeft === null ? '' : ` · about ${formatSeconds(secondsLeft)} left`;
  return (
    <ProgressBar
      label={`${now} · ${String(done)} of ${String(total)} done${left}`}
      fraction={done / total}
    />
  );
}

function doneOfTotal({ tree }: RunView): string {
  if (tree === null) return '';
  const { done, total } = progressOf(tree.arms);
  return `${String(done)} of ${String(total)} texts`;
}

function canResume({ tree, state }: RunView): boolean {
  if (tree === null || (state !== 'stopped' && state !== 'failed')) return false;
  return tree.arms.some(({ status }) => status !== 'finished');
}

/** Whether a model is being loaded or a run sampled. */
export function isBusy({ state }: RunView): boolean {
  return state === 'loading' || state === 'running';
}
