import { Button, latePart, Problem } from '../ui/index.ts';
import type { StopDialogProps } from './stop-dialog.tsx';

/** A first visit needs nothing of it. Fetched when a run begins: by its end the network may be gone. */
export const { Part: StopDialog, fetch: fetchStopDialog } = latePart(
  async () => (await import('./stop-dialog.tsx')).StopDialog,
  NotFetched,
);

function NotFetched({ open, onStay, onLeave }: StopDialogProps) {
  if (!open) return null;
  return (
    <div role="alert">
      <Problem>A run is under way. To open another one, it has to stop.</Problem>
      <Button onClick={onStay}>Let it go on</Button>
      <Button onClick={onLeave}>Stop it and open the other</Button>
    </div>
  );
}
