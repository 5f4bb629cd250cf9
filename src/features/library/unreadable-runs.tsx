import type { UnreadableRun } from '../../core/index.ts';
import { Button } from '../../ui/index.ts';
import type { Doomed } from './delete-dialog.tsx';
import styles from './library.module.css';

export interface UnreadableRunsProps {
  readonly runs: readonly UnreadableRun[];
  readonly onDelete: (doomed: Doomed) => void;
}

/** Runs that are stored but can't be shown: said, not hidden, since they take room. */
export function UnreadableRuns({ runs, onDelete }: UnreadableRunsProps) {
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
