import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { RunSummary } from '../../core/index.ts';
import type { SavedRunsQueries } from '../../queries/index.ts';
import { Badge, Button, formatDate } from '../../ui/index.ts';
import type { Doomed } from './delete-dialog.tsx';
import styles from './library.module.css';
import { RenameForm } from './rename-form.tsx';
import { armInWords, displayName, stateInWords } from './run-sentences.ts';
import { saveFile } from './save-file.ts';

export interface RunItemProps {
  readonly run: RunSummary;
  readonly queries: SavedRunsQueries;
  readonly onOpen: (runId: string) => void;
  readonly onDelete: (doomed: Doomed) => void;
}

/** One run: what it is, what came of it, what can be done with it. */
export function RunItem({ run, queries, onOpen, onDelete }: RunItemProps) {
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
    <li className={styles.run}>
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
      <div className={styles.actions}>
        <Button
          aria-label={`Open ${name}`}
          onClick={() => {
            onOpen(run.id);
          }}
        >
          Open
        </Button>
        <Button
          ref={renameButton}
          aria-label={`Rename ${name}`}
          onClick={() => {
            setRenaming(true);
          }}
        >
          Rename
        </Button>
        <Button
          aria-label={`Export ${name}`}
          disabled={exporting.isPending}
          onClick={() => {
            exporting.mutate(run.id, {
              onSuccess: ({ fileName, text }) => {
                saveFile(fileName, text);
              },
            });
          }}
        >
          Export
        </Button>
        <Button
          aria-label={`Delete ${name}`}
          onClick={() => {
            onDelete({ id: run.id, name });
          }}
        >
          Delete
        </Button>
      </div>
      {problem !== null && (
        <p role="alert" className={styles.problem}>
          {problem.message}
        </p>
      )}
    </li>
  );
}

function RunTitle({ run, name }: { readonly run: RunSummary; readonly name: string }) {
  return (
    <div className={styles.title}>
      <h3 dir="auto">{name}</h3>
      {run.origin === 'imported' && <Badge>imported</Badge>}
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
      <p className={styles.made}>
        {stateInWords(state)} · written by <bdi>{modelName}</bdi> · scored by{' '}
        <bdi>{scorerName}</bdi>
      </p>
    </>
  );
}
