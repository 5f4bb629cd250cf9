import { Suspense, useState } from 'react';
import { Button, KeyCap, useEver, useShortcut } from '../../../ui/index.ts';
import { SHORTCUTS } from '../shortcut-table.ts';
import { KeysDialog } from './lazy-keys-dialog.tsx';

/** Shows which keys do what: for who has no “?” to press, too. */
export function KeysButton() {
  const [isOpen, setOpen] = useState(false);
  const isShown = useEver(isOpen);
  const show = (): void => {
    setOpen(true);
  };
  const keys = useShortcut(SHORTCUTS.keys, show);
  return (
    <>
      <Button
        look="quiet"
        title="Which keys do what"
        aria-haspopup="dialog"
        aria-keyshortcuts={keys}
        onClick={show}
      >
        <span data-for-wide>Keys </span>
        <KeyCap name="?" />
      </Button>
      {isShown && (
        <Suspense>
          <KeysDialog
            open={isOpen}
            onClose={() => {
              setOpen(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
