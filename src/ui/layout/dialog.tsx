import { AlertDialog } from '@base-ui/react/alert-dialog';
import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import type { ReactNode, RefObject } from 'react';
import styles from './layout.module.css';

export interface DialogProps {
  readonly title: string;
  /** Read aloud with the title. */
  readonly description?: string;
  /** For what can't be undone: announced as an alert, and no click beside it closes it. */
  readonly alert?: boolean;
  readonly open: boolean;
  readonly onClose: () => void;
  /** Where focus goes afterwards; back to where it was without it, or while there is nothing in it. */
  readonly focusAfter?: RefObject<HTMLElement | null>;
  readonly children?: ReactNode;
  /** Buttons, the one that goes on last. */
  readonly actions: ReactNode;
}

/** Asks for a decision; focus stays inside, Escape closes it. */
export function Dialog(props: DialogProps) {
  const { title, description, alert = false, open, onClose, focusAfter, children, actions } = props;
  // All other parts of the two are the same.
  const Root = alert ? AlertDialog.Root : BaseDialog.Root;
  return (
    <Root
      open={open}
      onOpenChange={(nowOpen) => {
        if (!nowOpen) onClose();
      }}
    >
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={styles.backdrop} />
        <BaseDialog.Popup
          className={styles.dialog}
          finalFocus={focusAfter === undefined ? true : () => focusAfter.current ?? true}
        >
          <BaseDialog.Title>{title}</BaseDialog.Title>
          {description !== undefined && (
            <BaseDialog.Description>{description}</BaseDialog.Description>
          )}
          {children}
          <div className={styles.dialogActions}>{actions}</div>
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </Root>
  );
}
