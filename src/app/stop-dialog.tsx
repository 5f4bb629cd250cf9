import { Dialog } from '../ui/dialogs.ts';
import { Button } from '../ui/index.ts';

export interface StopDialogProps {
  readonly open: boolean;
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** Asks before another run takes the screen while one is being sampled: there is one model, so that one has to stop. */
export function StopDialog({ open, onStay, onLeave }: StopDialogProps) {
  return (
    <Dialog
      title="A run is under way"
      open={open}
      onClose={onStay}
      actions={
        <>
          <Button onClick={onStay}>Let it go on</Button>
          <Button look="primary" onClick={onLeave}>
            Stop it and open the other
          </Button>
        </>
      }
    >
      <p>
        To open another run, this one has to stop. What is finished is kept, and it can be continued
        from Runs later.
      </p>
    </Dialog>
  );
}
