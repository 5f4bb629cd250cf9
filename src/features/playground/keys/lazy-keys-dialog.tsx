import { Button, latePart, Problem } from '../../../ui/index.ts';
import type { KeysDialogProps } from './keys-dialog.tsx';

/** Fetched when it is asked for. */
export const { Part: KeysDialog } = latePart(
  async () => (await import('./keys-dialog.tsx')).KeysDialog,
  NotFetched,
);

function NotFetched({ open, onClose }: KeysDialogProps) {
  if (!open) return null;
  return (
    <div role="alert">
      <Problem>The list of keys could not be fetched. Reload when the network is back.</Problem>
      <Button onClick={onClose}>Close</Button>
    </div>
  );
}
