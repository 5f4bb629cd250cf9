import { type ComponentType, lazy } from 'react';
import { Button, Problem } from '../ui/index.ts';
import type { StopDialogProps } from './stop-dialog.tsx';

/** Fetches the dialog, which a first visit needs nothing of. Called when a run begins: by its end the network may be gone. */
export async function fetchStopDialog(): Promise<ComponentType<StopDialogProps>> {
  try {
    return (await import('./stop-dialog.tsx')).StopDialog;
  } catch {
    return NotFetched;
  }
}

export const StopDialog = lazy(async () => ({ default: await fetchStopDialog() }));

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
