import type { MouseEvent } from 'react';
import { Button, Note } from '../../../ui/index.ts';
import styles from './setup.module.css';

/** The person's own set-up, in whose place a link or a run has brought another. */
export interface OwnSetUp {
  readonly goBack: () => void;
  /** Takes what is set up now for their own. */
  readonly forget: () => void;
}

/** The way back to it. The field below gets the focus: the buttons go when pressed. */
export function OwnSetUpNote({ goBack, forget }: OwnSetUp) {
  const pressed = (act: () => void) => (event: MouseEvent<HTMLButtonElement>) => {
    event.currentTarget.form?.querySelector('textarea')?.focus();
    act();
  };
  return (
    <div role="group" aria-label="Your own set-up">
      <Note role="status">
        A link or a run has brought this set-up. The one you had before is still here.
      </Note>
      <div className={styles.correct}>
        <Button look="small" onClick={pressed(goBack)}>
          Back to my own set-up
        </Button>
        <Button look="small" onClick={pressed(forget)}>
          Keep this one
        </Button>
      </div>
    </div>
  );
}
