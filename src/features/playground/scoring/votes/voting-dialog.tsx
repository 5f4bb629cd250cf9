import { Dialog } from '@base-ui/react/dialog';
import { type ReactNode, useRef } from 'react';
import type { RunPlan } from '../../../../core/index.ts';
import { Button, Note } from '../../../../ui/index.ts';
import styles from './votes.module.css';

export interface VotingDialogProps {
  readonly title: string;
  /** Whose turn it is; may be empty. */
  readonly voter: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * Covers the whole page, which the interface's own dialog lets shine through: rewards, arms and names stay out of sight, and out
 * of reach of a screen reader. Escape closes it.
 */
export function VotingDialog({ title, voter, onClose, children }: VotingDialogProps) {
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Dialog.Root
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Dialog.Portal>
        {/* The focus starts on no button: a key that opened the dialog and is still held must not answer. */}
        <Dialog.Popup ref={popup} className={styles.cover} initialFocus={popup}>
          <div className={styles.sheet}>
            <div className={styles.head}>
              <Dialog.Title>{title}</Dialog.Title>
              {voter !== '' && (
                <Note as="span">
                  <bdi>{voter}</bdi> votes
                </Note>
              )}
              <Button onClick={onClose}>Done</Button>
            </div>
            {children}
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** What the responses answer: all that a voter is told beside their texts. */
export function Question({ prompt, preference }: Pick<RunPlan, 'prompt' | 'preference'>) {
  return (
    <dl className={styles.question}>
      <dt>Prompt</dt>
      <dd dir="auto">{prompt}</dd>
      {preference !== '' && (
        <>
          <dt>Preference</dt>
          <dd dir="auto">{preference}</dd>
        </>
      )}
    </dl>
  );
}
