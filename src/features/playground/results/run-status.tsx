import { Suspense, useSyncExternalStore } from 'react';
import {
  failedNodes,
  type ArmTree,
  type PolicyNotes,
  type SamplingTree,
} from '../../../core/index.ts';
import {
  canResume,
  isBusy,
  type Keeping,
  progressOf,
  type ModelState,
  type RunView,
} from '../../../runs/index.ts';
import { Button, countOf, Note, Problem, StatusLine } from '../../../ui/index.ts';
import type { BoundRunActions } from '../use-run-actions.ts';
import { RunBar } from './lazy-run-bar.ts';
import styles from './results.module.css';

export interface RunStatusProps {
  readonly view: RunView;
  readonly model: ModelState;
  readonly actions: Pick<
    BoundRunActions,
    | 'resume'
    | 'tryAgain'
    | 'reuse'
    | 'startAnew'
    | 'notice'
    | 'exportRun'
    | 'keepAgain'
    | 'lookAgain'
  >;
}

/** What is happening now, what remains, and the next step: a sentence for each state. */
export function RunStatus({ view, model, actions }: RunStatusProps) {
  const notes = model.status === 'ready' ? model.held.notes : undefined;
  return (
    <div className={styles.status}>
      <div className={styles.now}>
        {/* Always there, so that screen readers tell when its words change. */}
        <StatusLine isProblem={view.state === 'failed'}>{stateSentence(view)}</StatusLine>
        {isBusy(view) && (
          <Suspense>
            <RunBar view={view} model={model} />
          </Suspense>
        )}
        {notes !== undefined && <ModelNotes notes={notes} />}
      </div>
      {canResume(view) && (
        <Button look="primary" onClick={actions.resume}>
          Continue
        </Button>
      )}
      <NextActions {...{ view, actions }} />
      {actions.notice !== null && <Problem role="alert">{actions.notice}</Problem>}
      <NotStored view={view} onKeepAgain={actions.keepAgain} />
    </div>
  );
}

/** What can be done with the run on screen, but for going on with it. */
function NextActions({ view, actions }: Pick<RunStatusProps, 'view' | 'actions'>) {
  return (
    <>
      {view.state === 'elsewhere' && (
        <Button look="small" onClick={actions.lookAgain}>
          Look again
        </Button>
      )}
      <FailedAgain view={view} onTryAgain={actions.tryAgain} />
      {view.tree !== null && !isBusy(view) && (
        <>
          <Button look="small" onClick={actions.reuse}>
            Use its set-up
          </Button>
          <Button look="small" onClick={actions.startAnew}>
            New run
          </Button>
        </>
      )}
      {view.tree !== null && (
        <Button look="small" onClick={actions.exportRun}>
          Export
        </Button>
      )}
    </>
  );
}

interface FailedAgainProps {
  readonly view: RunView;
  readonly onTryAgain: BoundRunActions['tryAgain'];
}

/** The way on from texts that failed, once nothing is being sampled. */
function FailedAgain({ view, onTryAgain }: FailedAgainProps) {
  if (view.tree === null || isBusy(view) || view.state === 'elsewhere') return null;
  const failed = failedNodes(view.tree);
  if (failed.length === 0) return null;
  return (
    <Button
      look="small"
      onClick={() => {
        onTryAgain(failed);
      }}
    >
      {failed.length === 1
        ? 'Try the failed one again'
        : `Try the ${String(failed.length)} failed again`}
      {/* What it has not got to yet is sampled too. */}
      {canResume(view) && ' and continue'}
    </Button>
  );
}

interface NotStoredProps {
  readonly view: RunView;
  readonly onKeepAgain: () => void;
}

/** What of the run is not stored and why, by the store's own count, and what can be done about it. */
function NotStored({ view: { storageProblem, keeping }, onKeepAgain }: NotStoredProps) {
  if (storageProblem === null) return null;
  return (
    <>
      <Problem role="alert">
        {keeping?.deleted === true ? 'Not stored any more' : notStored(keeping)}: {storageProblem}{' '}
        {keeping?.deleted === true
          ? 'What is on screen goes with the page, unless you export it or keep it again.'
          : 'It is tried again; what is on screen and not stored goes with the page.'}
      </Problem>
      <Button look="small" onClick={onKeepAgain}>
        {keeping?.deleted === true ? 'Keep it again' : 'Try to store it now'}
      </Button>
    </>
  );
}

function notStored(keeping: Keeping | undefined): string {
  const texts = keeping?.waitingTexts ?? 0;
  return texts === 0 ? 'Not stored' : `${countOf(texts, 'text')} not stored`;
}

function stateSentence({ state, tree, problem, keeping }: RunView): string {
  switch (state) {
    case 'idle':
      return 'This is the plan. Move the split and watch it change; Run samples it for real.';
    case 'loading':
      return 'Loading the model.';
    case 'running':
      return 'Sampling.';
    case 'elsewhere':
      return `Another tab samples this run. Shown is what it had stored when it was read here: ${doneOfTotal(tree?.arms ?? [])}.`;
    case 'stopped':
      return tree === null
        ? 'Stopped before the model was loaded.'
        : `Stopped: ${keptOfTotal(tree.arms, keeping)}. Continue samples the rest with the seeds they had.`;
    case 'finished':
      return tree === null
        ? 'Finished.'
        : `Finished: ${doneOfTotal(tree.arms)}${why(tree.arms)}.${alsoCounted(tree)}`;
    case 'failed':
      return problem ?? 'The run failed.';
  }
}

/** What is counted beside the arms that the run was planned with. */
function alsoCounted({ arms, run }: SamplingTree): string {
  return arms.length > run.plan.arms.length
    ? ' Counted are all splits and arms sampled so far, what they share once; shown are those set up.'
    : '';
}

/** "3 of 9 texts are kept", less what the store has refused. */
function keptOfTotal(arms: readonly ArmTree[], keeping: Keeping | undefined): string {
  const waiting = keeping?.waitingTexts ?? 0;
  if (keeping?.deleted === true) return `${doneOfTotal(arms)} are on screen, and none is kept`;
  return waiting === 0
    ? `${doneOfTotal(arms)} are kept`
    : `${doneOfTotal(arms)} are on screen, ${String(waiting)} of them not kept`;
}

/** Why texts are missing, in the words of the first failure. */
function why(arms: readonly ArmTree[]): string {
  const failures = arms.flatMap(({ nodes }) =>
    nodes.flatMap(({ progress }) =>
      progress.status === 'failed' ? [progress.failure.message] : [],
    ),
  );
  const [first] = failures;
  if (first === undefined) return '';
  const others = new Set(failures).size - 1;
  const sentence = first.replace(/\.$/, '');
  return others === 0
    ? `: ${sentence}`
    : `: ${sentence}; and for ${countOf(others, 'other reason')}`;
}

/** What the engine says of how the model runs here. */
function ModelNotes({ notes }: { readonly notes: PolicyNotes }) {
  const sentences = useSyncExternalStore(notes.subscribe, notes.getSnapshot);
  return sentences.map((sentence) => <Note key={sentence}>{sentence}</Note>);
}

function doneOfTotal(arms: readonly ArmTree[]): string {
  const { done, failed, total, upTo } = progressOf(arms);
  const finished = `${String(done - failed)} of ${upTo}${String(total)} texts`;
  return failed === 0 ? finished : `${finished}, ${String(failed)} failed`;
}
