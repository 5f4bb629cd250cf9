import { useMutation, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { messageOf, type RunList, type RunSummary, type UnreadableRun } from '../../core/index.ts';
import type { SavedRunsQueries } from '../../queries/index.ts';
import { Button, Problem, Region, saveFile } from '../../ui/index.ts';
import { DropArea, ImportButton, ImportReport } from './import-controls.tsx';
import { DeleteDialog, type Doomed } from './run-item.tsx';
import { RunsFound } from './runs-found.tsx';
import styles from './library.module.css';

export interface LibraryScreenProps {
  readonly queries: SavedRunsQueries;
  readonly onOpen: (runId: string) => void;
  /** Chooses a run to lay beside this one. */
  readonly onCompare: (runId: string) => void;
  /** Goes to where runs are made. */
  readonly onStart: () => void;
  /** Leads to the runs that come with the page. */
  readonly gallery: ReactNode;
  /** Leads to what the runs say together. */
  readonly studies: ReactNode;
  /** Why runs can't be kept, a sentence; null where they are, or where nothing is known of it. */
  readonly keptProblem: string | null;
}

/** The runs that are kept: to open, name, export, import and delete. */
export function LibraryScreen(props: LibraryScreenProps) {
  const { queries, keptProblem, studies } = props;
  const newest = useQuery(queries.newest());
  // The newest are read first, and not held up by the others.
  const list = useQuery({ ...queries.list(), enabled: !newest.isPending });
  const importing = useMutation(queries.importFiles());
  const takeFiles = (files: readonly File[]): void => {
    if (files.length > 0) importing.mutate(files);
  };
  return (
    <DropArea onFiles={takeFiles}>
      <Region
        name="Runs"
        aside={
          <div className={styles.files}>
            {list.isSuccess && list.data.runs.length > 1 && studies}
            {list.isSuccess && list.data.runs.length > 0 && <ExportAllButton queries={queries} />}
            <ImportButton busy={importing.isPending} onFiles={takeFiles} />
          </div>
        }
      >
        {!queries.kept && <NotKept problem={keptProblem} />}
        <ImportReport
          outcomes={importing.data ?? []}
          onDismiss={() => {
            importing.reset();
          }}
        />
        <Listed list={list} newest={newest.data ?? null} {...props} />
      </Region>
    </DropArea>
  );
}

interface ListedProps extends Omit<LibraryScreenProps, 'keptProblem' | 'studies'> {
  readonly list: UseQueryResult<RunList>;
  /** Null where they aren't read yet, or can't be. */
  readonly newest: readonly RunSummary[] | null;
}

/** The runs as far as they have been read. */
function Listed({ list, newest, ...props }: ListedProps) {
  if (list.isError) {
    return (
      <ListProblem
        message={messageOf(list.error)}
        onRetry={() => {
          void list.refetch();
        }}
      />
    );
  }
  if (list.isSuccess) return <Runs list={list.data} isWhole {...props} />;
  if (newest === null || newest.length === 0) return <p role="status">Reading the stored runs…</p>;
  return <Runs list={{ runs: newest, unreadable: [] }} isWhole={false} {...props} />;
}

/** Saves every run that can be read as one file. */
function ExportAllButton({ queries }: Pick<LibraryScreenProps, 'queries'>) {
  const exporting = useMutation(queries.exportAll());
  return (
    <>
      <Button
        disabled={exporting.isPending}
        onClick={() => {
          exporting.mutate(undefined, { onSuccess: saveFile });
        }}
      >
        Export all runs
      </Button>
      {exporting.error !== null && <Problem role="alert">{messageOf(exporting.error)}</Problem>}
    </>
  );
}

interface RunsProps extends Omit<LibraryScreenProps, 'keptProblem' | 'studies'> {
  readonly list: RunList;
  /** False while only the newest have been read. */
  readonly isWhole: boolean;
}

function Runs({ list, isWhole, queries, onOpen, onCompare, onStart, gallery }: RunsProps) {
  const { runs, unreadable } = list;
  const [doomed, setDoomed] = useState<Doomed | null>(null);
  const removing = useMutation(queries.remove());
  const afterwards = useRef<HTMLDivElement>(null);
  const [deleted, setDeleted] = useState(false);
  const ask = (asked: Doomed): void => {
    setDeleted(false);
    removing.reset();
    setDoomed(asked);
  };
  return (
    <div ref={afterwards} tabIndex={-1} className={styles.list} role="group" aria-label="All runs">
      {runs.length === 0 ? (
        isWhole && <NoRuns {...{ onStart, gallery }} />
      ) : (
        <RunsFound {...{ runs, isWhole, queries, onOpen, onCompare }} onDelete={ask} />
      )}
      <UnreadableRuns runs={unreadable} onDelete={ask} />
      <DeleteDialog
        doomed={doomed}
        busy={removing.isPending}
        problem={removing.error === null ? null : messageOf(removing.error)}
        afterwards={deleted ? afterwards : NOWHERE}
        onCancel={() => {
          setDoomed(null);
        }}
        onDelete={(id) => {
          removing.mutate(id, {
            onSuccess: () => {
              setDeleted(true);
              setDoomed(null);
            },
          });
        }}
      />
    </div>
  );
}

/** Leaves focus to the dialog: it returns to the button that opened it. */
const NOWHERE = { current: null };

function NoRuns({ onStart, gallery }: Pick<LibraryScreenProps, 'onStart' | 'gallery'>) {
  return (
    <div className={styles.empty}>
      <p>
        No runs yet. A run is kept here as its responses finish; a run that someone sent you can be
        imported, or dropped here as a file.
      </p>
      <div className={styles.files}>
        <Button look="primary" onClick={onStart}>
          Start a run
        </Button>
        {gallery}
      </div>
    </div>
  );
}

function NotKept({ problem }: { readonly problem: string | null }) {
  return (
    <p className={styles.note}>
      These runs are gone when the page is closed: export those you need. {problem}
    </p>
  );
}

function ListProblem({
  message,
  onRetry,
}: {
  readonly message: string;
  readonly onRetry: () => void;
}) {
  return (
    <div role="alert" className={styles.empty}>
      <p>{message}</p>
      <Button onClick={onRetry}>Try again</Button>
    </div>
  );
}

export interface UnreadableRunsProps {
  readonly runs: readonly UnreadableRun[];
  readonly onDelete: (doomed: Doomed) => void;
}

/** Runs that are stored but can't be shown: said, not hidden, since they take room. */
function UnreadableRuns({ runs, onDelete }: UnreadableRunsProps) {
  if (runs.length === 0) return null;
  return (
    <section aria-label="Runs that can't be read" className={styles.unreadable}>
      <h3>{runs.length === 1 ? 'One run can’t be read' : 'Some runs can’t be read'}</h3>
      <ul>
        {runs.map(({ id, message }) => {
          const name = `run ${id}`;
          return (
            <li key={id}>
              {message}{' '}
              <Button
                look="quiet"
                aria-label={`Delete ${name}`}
                onClick={() => {
                  onDelete({ id, name });
                }}
              >
                Delete
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
