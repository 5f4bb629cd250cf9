import { useMutation } from '@tanstack/react-query';
import { type RefObject, useRef, useState } from 'react';
import { messageOf, type OriginElsewhere, type RunSummary } from '../../core/index.ts';
import type { SavedRunsQueries } from '../../queries/index.ts';
import { Dialog } from '../../ui/dialogs.ts';
import { Badge, Button, formatDate, Note, Problem, saveFile } from '../../ui/index.ts';
import { armInWords, displayName, stateInWords } from './run-in-words.ts';
import styles from './library.module.css';

export interface RunItemProps {
  readonly run: RunSummary;
  readonly queries: SavedRunsQueries;
  readonly onOpen: (runId: string) => void;
  /** Chooses a run to lay beside this one. */
  readonly onCompare: (runId: string) => void;
  readonly onDelete: (doomed: Doomed) => void;
}

/** One run: what it is, what came of it, what can be done with it. */
export function RunItem({ run, queries, onOpen, onCompare, onDelete }: RunItemProps) {
  const name = displayName(run.name);
  const [renaming, setRenaming] = useState(false);
  const renameButton = useRef<HTMLButtonElement>(null);
  const rename = useMutation(queries.rename());
  const exporting = useMutation(queries.exportFile());
  const problem = rename.error ?? exporting.error;
  const endRenaming = (): void => {
    setRenaming(false);
    renameButton.current?.focus();
  };
  return (
    <div className={styles.run}>
      {renaming ? (
        <RenameForm
          name={run.name}
          busy={rename.isPending}
          onCancel={endRenaming}
          onRename={(newName) => {
            rename.mutate({ id: run.id, name: newName }, { onSuccess: endRenaming });
          }}
        />
      ) : (
        <RunTitle run={run} name={name} />
      )}
      <RunFacts run={run} />
      <RunButtons
        {...{ run, name, renameButton, onOpen, onCompare, onDelete }}
        exporting={exporting.isPending}
        onRename={() => {
          setRenaming(true);
        }}
        onExport={() => {
          exporting.mutate(run.id, { onSuccess: saveFile });
        }}
      />
      {problem !== null && <Problem role="alert">{messageOf(problem)}</Problem>}
    </div>
  );
}

interface RunButtonsProps extends Omit<RunItemProps, 'queries'> {
  /** Of the run: a screen reader hears which one a button is about. */
  readonly name: string;
  readonly renameButton: RefObject<HTMLButtonElement | null>;
  readonly exporting: boolean;
  readonly onRename: () => void;
  readonly onExport: () => void;
}

function RunButtons(props: RunButtonsProps) {
  const { run, name, renameButton, exporting } = props;
  return (
    <div className={styles.actions}>
      <Button
        aria-label={`Open ${name}`}
        onClick={() => {
          props.onOpen(run.id);
        }}
      >
        Open
      </Button>
      {run.state.status === 'finished' && (
        <Button
          aria-label={`Compare ${name} with another run`}
          onClick={() => {
            props.onCompare(run.id);
          }}
        >
          Compare with …
        </Button>
      )}
      <Button ref={renameButton} aria-label={`Rename ${name}`} onClick={props.onRename}>
        Rename
      </Button>
      <Button aria-label={`Export ${name}`} disabled={exporting} onClick={props.onExport}>
        Export
      </Button>
      <Button
        aria-label={`Delete ${name}`}
        onClick={() => {
          props.onDelete({ id: run.id, name, createdAt: run.createdAt });
        }}
      >
        Delete
      </Button>
    </div>
  );
}

const ELSEWHERE: Readonly<Record<OriginElsewhere, string>> = {
  imported: 'imported',
  kept: 'kept, sampled elsewhere',
};

function RunTitle({ run, name }: { readonly run: RunSummary; readonly name: string }) {
  return (
    <div className={styles.title}>
      <h3 dir="auto">{name}</h3>
      {run.origin !== 'sampled' && <Badge>{ELSEWHERE[run.origin]}</Badge>}
      <time dateTime={new Date(run.createdAt).toISOString()}>{formatDate(run.createdAt)}</time>
    </div>
  );
}

function RunFacts({ run }: { readonly run: RunSummary }) {
  const { prompt, preference, arms, budget, modelName, scorerName, state } = run;
  return (
    <>
      <p className={styles.prompt} dir="auto">
        {prompt}
      </p>
      {preference !== '' && (
        <p className={styles.preference} dir="auto">
          {preference}
        </p>
      )}
      <ul className={styles.arms} aria-label="Arms">
        {arms.map((arm) => (
          <li key={arm.arm.id}>{armInWords(arm, budget)}</li>
        ))}
      </ul>
      {run.origin === 'kept' && <Note>{AS_SET_UP}</Note>}
      <p className={styles.made}>
        {stateInWords(state)} · written by <bdi>{modelName}</bdi> · scored by{' '}
        <bdi>{scorerName}</bdi>
      </p>
    </>
  );
}

/** A run is kept whole, whichever split of it was on screen. */
const AS_SET_UP =
  'Listed by the split and N that it was set up with; other splits and smaller N are played from it when it is open.';

export interface RenameFormProps {
  readonly name: string;
  readonly busy: boolean;
  readonly onRename: (name: string) => void;
  readonly onCancel: () => void;
}

/** Most letters that a list has room for. */
const LONGEST_NAME = 200;

/** Takes the place of a run's name; Enter saves, Escape leaves it as it was. */
function RenameForm({ name, busy, onRename, onCancel }: RenameFormProps) {
  const [text, setText] = useState(name);
  const newName = text.trim();
  return (
    <form
      className={styles.renameForm}
      onSubmit={(event) => {
        event.preventDefault();
        if (newName !== '') onRename(newName);
      }}
    >
      <input
        ref={focusAndSelect}
        className={styles.nameInput}
        aria-label="New name"
        value={text}
        maxLength={LONGEST_NAME}
        onChange={(event) => {
          setText(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel();
        }}
      />
      <button type="submit" className={styles.save} disabled={busy || newName === ''}>
        Save name
      </button>
      <Button look="quiet" onClick={onCancel}>
        Cancel
      </Button>
    </form>
  );
}

/** The form appears since its button was pressed, so typing goes to it at once. */
function focusAndSelect(input: HTMLInputElement | null): void {
  input?.focus();
  input?.select();
}

/** What is about to be deleted. */
export interface Doomed {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since the epoch; absent of a run that can't be read. */
  readonly createdAt?: number;
}

export interface DeleteDialogProps {
  /** Null while nothing is asked. */
  readonly doomed: Doomed | null;
  readonly busy: boolean;
  /** Why the last try failed. */
  readonly problem: string | null;
  readonly onDelete: (id: string) => void;
  readonly onCancel: () => void;
  /** Where focus goes when the button that asked is gone with its run. */
  readonly afterwards: RefObject<HTMLElement | null>;
}

/** Asks before a run is deleted, and says that this can't be undone. */
export function DeleteDialog(props: DeleteDialogProps) {
  const { doomed, busy, problem, onDelete, onCancel, afterwards } = props;
  return (
    <Dialog
      alert
      title={`Delete “${doomed?.name ?? ''}”?`}
      description={`${doomed?.createdAt === undefined ? 'All' : `It began ${formatDate(doomed.createdAt)}. All`} its responses, rewards and votes are deleted from this browser. This can’t be undone: export the run first if you may want it again.`}
      open={doomed !== null}
      onClose={onCancel}
      focusAfter={afterwards}
      actions={
        <>
          <Button onClick={onCancel}>Cancel</Button>
          <Button
            look="primary"
            disabled={busy}
            onClick={() => {
              if (doomed !== null) onDelete(doomed.id);
            }}
          >
            Delete run
          </Button>
        </>
      }
    >
      {problem !== null && <Problem role="alert">{problem}</Problem>}
    </Dialog>
  );
}
