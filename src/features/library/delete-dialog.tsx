import type { RefObject } from 'react';
import { Button, Dialog } from '../../ui/index.ts';

/** What is about to be deleted. */
export interface Doomed {
  readonly id: string;
  readonly name: string;
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
      description="All its responses and rewards are deleted from this browser. This can’t be undone: export the run first if you may want it again."
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
      {problem !== null && <p role="alert">{problem}</p>}
    </Dialog>
  );
}
