import { type ComponentType, lazy } from 'react';
import { Button, Problem } from '../../../ui/index.ts';
import type { KeysDialogProps } from './keys-dialog.tsx';

/** Fetched when it is asked for. */
export const KeysDialog = lazy(async (): Promise<{ default: ComponentType<KeysDialogProps> }> => {
  try {
    const { KeysDialog: dialog } = await import('./keys-dialog.tsx');
    return { default: dialog };
  } catch {
    return { default: NotFetched };
  }
});

function NotFetched({ open, onClose }: KeysDialogProps) {
  if (!open) return null;
  return (
    <div role="alert">
      <Problem>The list of keys could not be fetched. Reload when the network is back.</Problem>
      <Button onClick={onClose}>Close</Button>
    </div>
  );
}
