import { type DragEvent, type ReactNode, useState } from 'react';
import type { ImportOutcome } from '../../queries/index.ts';
import { Button, FileButton } from '../../ui/index.ts';
import styles from './library.module.css';
import { outcomeInWords } from './run-in-words.ts';

type OnFiles = (files: readonly File[]) => void;

/** Opens the browser's file dialog. */
export function ImportButton({
  busy,
  onFiles,
}: {
  readonly busy: boolean;
  readonly onFiles: OnFiles;
}) {
  return (
    <FileButton
      label="Run files"
      accept=".json,application/json"
      takesSeveral
      disabled={busy}
      onFiles={onFiles}
    >
      Import run
    </FileButton>
  );
}

/** Takes files that are dropped anywhere on it. */
export function DropArea({
  onFiles,
  children,
}: {
  readonly onFiles: OnFiles;
  readonly children: ReactNode;
}) {
  const [over, setOver] = useState(false);
  const whenFiles = (event: DragEvent, action: () => void): void => {
    if (!event.dataTransfer.types.includes('Files')) return;
    // Without it the browser would leave the page and show the file.
    event.preventDefault();
    action();
  };
  return (
    <div
      className={styles.dropArea}
      data-over={over}
      onDragOver={(event) => {
        whenFiles(event, () => {
          setOver(true);
        });
      }}
      onDragLeave={(event) => {
        if (!isInside(event)) setOver(false);
      }}
      onDrop={(event) => {
        whenFiles(event, () => {
          setOver(false);
          onFiles(Array.from(event.dataTransfer.files));
        });
      }}
    >
      {children}
    </div>
  );
}

/** Whether the pointer only went on to a child. */
function isInside({ currentTarget, relatedTarget }: DragEvent): boolean {
  return relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
}

/** What came of each file, read out as it appears. */
export function ImportReport({
  outcomes,
  onDismiss,
}: {
  readonly outcomes: readonly ImportOutcome[];
  readonly onDismiss: () => void;
}) {
  return (
    <div role="status" aria-label="Import" className={styles.report}>
      {outcomes.length > 0 && (
        <>
          <ul>
            {outcomes.map((outcome, position) => (
              <li key={position} data-status={outcome.status} dir="auto">
                {outcomeInWords(outcome)}
              </li>
            ))}
          </ul>
          {outcomes.some(({ status }) => status === 'refused') && (
            <p>
              A file that was not taken is no run of this page, or was changed or cut short on its
              way. Export the run again where it was made, and import that file as it is.
            </p>
          )}
          <Button look="quiet" onClick={onDismiss}>
            Dismiss
          </Button>
        </>
      )}
    </div>
  );
}
