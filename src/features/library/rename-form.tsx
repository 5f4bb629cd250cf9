import { useState } from 'react';
import { Button } from '../../ui/index.ts';
import styles from './library.module.css';

export interface RenameFormProps {
  readonly name: string;
  readonly busy: boolean;
  readonly onRename: (name: string) => void;
  readonly onCancel: () => void;
}

/** Most letters that a list has room for. */
const LONGEST_NAME = 200;

/** Takes the place of a run's name; Enter saves, Escape leaves it as it was. */
export function RenameForm({ name, busy, onRename, onCancel }: RenameFormProps) {
  const [text, setText] = useState(name);
  const newName = text.trim();
  return (
    <form
      className={styles.renameForm}
      onSubmit={(event) => {
        event.preventDefault();
        if (newName !== '') onRename(newName);
      }}
    >
      <input
        ref={focusAndSelect}
        className={styles.nameInput}
        aria-label="New name"
        value={text}
        maxLength={LONGEST_NAME}
        onChange={(event) => {
          setText(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel();
        }}
      />
      <button type="submit" className={styles.save} disabled={busy || newName === ''}>
        Save name
      </button>
      <Button look="quiet" onClick={onCancel}>
        Cancel
      </Button>
    </form>
  );
}

/** The form appears since its button was pressed, so typing goes to it at once. */
function focusAndSelect(input: HTMLInputElement | null): void {
  input?.focus();
  input?.select();
}
