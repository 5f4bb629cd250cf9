import { type RefObject, useEffect, useRef, useState } from 'react';
import type { RunSummary } from '../../../core/index.ts';
import { findScorer } from '../../../rewards/index.ts';
import {
  countRuns,
  isUnderWay,
  type KeptStudy,
  lackingRunsOf,
  type LackingRuns,
  storedRunsOf,
  type StudyView,
} from '../../../studies/index.ts';
import { Button, Note, ProgressBar, StatusLine } from '../../../ui/index.ts';
import {
  askAgainLabel,
  lackingSentence,
  progressSentence,
  spentSentence,
  studyFacts,
  studySentence,
} from './study-in-words.ts';
import styles from '../studies.module.css';

export interface StudyRowActions {
  readonly onGoOn: (study: KeptStudy) => void;
  /** Asks for texts again that failed in runs that have ended. */
  readonly onAskAgain: (study: KeptStudy) => void;
  readonly onStop: () => void;
  /** Shows what these runs say together. */
  readonly onRead: (study: KeptStudy, runIds: ReadonlySet<string>) => void;
  readonly onDelete: (id: string) => void;
}

export interface KeptStudiesProps extends StudyRowActions {
  readonly studies: readonly KeptStudy[];
  /** All runs that are stored. */
  readonly runs: readonly RunSummary[];
  readonly view: StudyView;
  /** How far the model is on its way into memory, in [0, 1]; null where it isn't on its way, or that isn't known. */
  readonly loaded: number | null;
  /** The study that was begun just now, which the focus is led to; null where none was. */
  readonly startedId: string | null;
}

/** The studies that are kept here, each with how far it is and what can be done with it. */
export function KeptStudies({ studies, ...props }: KeptStudiesProps) {
  return (
    <ul className={styles.studies} aria-label="Studies">
      {studies.map((study) => (
        <li key={study.id}>
          <StudyRow {...props} study={study} />
        </li>
      ))}
    </ul>
  );
}

type StudyRowProps = Omit<KeptStudiesProps, 'studies'> & { readonly study: KeptStudy };

function StudyRow({ study, runs, view, loaded, startedId, ...actions }: StudyRowProps) {
  const { done } = storedRunsOf(study, runs);
  const own = view.study?.id === study.id ? view : null;
  const total = countRuns(study.study);
  const isDone = done.size === total;
  const isOwnUnderWay = own !== null && isUnderWay(own);
  const lacking = lackingRunsOf(own?.study ?? study, runs);
  const lacks = lackingSentence(lacking);
  const spent = spentSentence(own?.study ?? study, isDone);
  const row = useFocus(startedId === study.id, isOwnUnderWay);
  return (
    <article ref={row} tabIndex={-1} className={styles.study} aria-label={study.study.name}>
      <h3 dir="auto">{study.study.name}</h3>
      <Note>{studyFacts(study, findScorer(study.scorer.id)?.name ?? study.scorer.id)}</Note>
      <Standing {...{ own, loaded, done: done.size, total }} lacks={lacks !== null} />
      {spent !== null && !isOwnUnderWay && <Note>{spent}</Note>}
      {lacks !== null && !isOwnUnderWay && <Note>{lacks}</Note>}
      <RowButtons
        {...{ study, done, isDone, lacking, isOwnUnderWay, ...actions }}
        isAnyUnderWay={isUnderWay(view)}
      />
    </article>
  );
}

/** Whoever begins a study by keys finds the focus on it, and there again when the button that was pressed has gone. */
function useFocus(isStarted: boolean, isUnderWayNow: boolean): RefObject<HTMLElement | null> {
  const row = useRef<HTMLElement>(null);
  const wasUnderWay = useRef(false);
  useEffect(() => {
    if (isStarted) row.current?.focus();
  }, [isStarted]);
  useEffect(() => {
    const hasChanged = wasUnderWay.current !== isUnderWayNow;
    wasUnderWay.current = isUnderWayNow;
    if (hasChanged && document.activeElement === document.body) row.current?.focus();
  }, [isUnderWayNow]);
  return row;
}

interface StandingProps {
  /** Null where it isn't the study that this page samples, or sampled last. */
  readonly own: StudyView | null;
  readonly loaded: number | null;
  readonly done: number;
  readonly total: number;
  /** Whether its finished runs lack responses. */
  readonly lacks: boolean;
}

/** How far it is. */
function Standing({ own, loaded, done, total, lacks }: StandingProps) {
  if (own === null) {
    const runs = `${String(done)} of ${String(total)} ${total === 1 ? 'run' : 'runs'}`;
    return <Note>{done === total ? `Finished: ${runs}.` : `${runs} finished.`}</Note>;
  }
  const { progress } = own;
  const words = progressSentence(own);
  return (
    <>
      <StatusLine isProblem={own.state === 'failed'}>{studySentence(own, lacks)}</StatusLine>
      {own.state === 'loading' && <ProgressBar label="Loading the model" fraction={loaded} />}
      {own.state !== 'loading' && progress !== null && words !== null && (
        <ProgressBar label={words} fraction={progress.textsDone / Math.max(1, progress.texts)} />
      )}
    </>
  );
}

interface RowButtonsProps extends StudyRowActions {
  readonly study: KeptStudy;
  readonly done: ReadonlySet<string>;
  readonly isDone: boolean;
  readonly lacking: LackingRuns;
  readonly isOwnUnderWay: boolean;
  readonly isAnyUnderWay: boolean;
}

function RowButtons(props: RowButtonsProps) {
  const { study, done, isDone, lacking, isOwnUnderWay } = props;
  const { name } = study.study;
  return (
    <div className={styles.actions}>
      {(!isDone || isOwnUnderWay) && <GoOnOrStop {...props} />}
      {lacking.ids.size > 0 && !isOwnUnderWay && <AskAgainButton {...props} />}
      <Button
        aria-label={`Show what the runs of ${name} say`}
        disabled={done.size === 0}
        onClick={() => {
          props.onRead(study, done);
        }}
      >
        What its runs say
      </Button>
      {!isOwnUnderWay && <DeleteButton {...{ study }} onDelete={props.onDelete} />}
    </div>
  );
}

/** One button, so that whoever presses it keeps the focus. */
function GoOnOrStop({ study, isOwnUnderWay, isAnyUnderWay, onGoOn, onStop }: RowButtonsProps) {
  const { name } = study.study;
  const isHindered = isAnyUnderWay && !isOwnUnderWay;
  return (
    <Button
      look={isOwnUnderWay ? 'plain' : 'primary'}
      aria-label={isOwnUnderWay ? `Stop ${name}` : `Go on with ${name}`}
      disabled={isHindered}
      title={isHindered ? ONE_AT_A_TIME : undefined}
      onClick={() => {
        if (isOwnUnderWay) onStop();
        else onGoOn(study);
      }}
    >
      {isOwnUnderWay ? 'Stop' : 'Go on'}
    </Button>
  );
}

const ONE_AT_A_TIME = 'Another study is under way: one at a time.';

/** Asks for what failed in its finished runs; where others are left, it goes on with them too. */
function AskAgainButton({ study, lacking, isAnyUnderWay, onAskAgain }: RowButtonsProps) {
  const label = askAgainLabel(lacking);
  return (
    <Button
      aria-label={`${label} of ${study.study.name}`}
      disabled={isAnyUnderWay}
      title={isAnyUnderWay ? ONE_AT_A_TIME : undefined}
      onClick={() => {
        onAskAgain(study);
      }}
    >
      {label}
    </Button>
  );
}

/** Asked twice. The button that was pressed becomes the one that keeps the study: two quick presses delete nothing. */
function DeleteButton({ study, onDelete }: Pick<RowButtonsProps, 'study' | 'onDelete'>) {
  const [isAsked, setAsked] = useState(false);
  const { name } = study.study;
  return (
    <>
      <Button
        aria-label={isAsked ? `Keep ${name}` : `Delete ${name}`}
        onClick={() => {
          setAsked(!isAsked);
        }}
      >
        {isAsked ? 'Keep it' : 'Delete'}
      </Button>
      {isAsked && (
        <Button
          aria-label={`Delete ${name}, keep its runs`}
          onClick={() => {
            onDelete(study.id);
          }}
        >
          Delete it, keep its runs
        </Button>
      )}
    </>
  );
}
