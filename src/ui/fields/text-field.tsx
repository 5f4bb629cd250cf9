import { useId, type ChangeEvent } from 'react';
import { controlOf, FieldRow } from './field-row.tsx';
import styles from './fields.module.css';

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Lines shown before it grows; 1 for a single line. */
  readonly rows: number;
  readonly hint?: string;
  readonly problem?: string | null;
  readonly placeholder?: string;
  /** Not to be read over a shoulder, and not to be filled in by the browser; of one line. */
  readonly isSecret?: boolean;
}

/** Text of one line, or of several and growing with what is in it. */
export function TextField(props: TextFieldProps) {
  const { label, value, onChange, rows, hint, problem, placeholder, isSecret = false } = props;
  const row = { id: useId(), label, hint, problem };
  const shared = {
    ...controlOf(row),
    ...{ value, placeholder },
    dir: 'auto',
    'aria-invalid': typeof problem === 'string',
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      onChange(event.target.value);
    },
  };
  return (
    <FieldRow {...row}>
      {rows === 1 ? (
        <input
          type={isSecret ? 'password' : 'text'}
          autoComplete={isSecret ? 'off' : undefined}
          className={styles.input}
          {...shared}
        />
      ) : (
        <textarea
          className={`${styles.input ?? ''} ${styles.text ?? ''}`}
          rows={rows}
          {...shared}
        />
      )}
    </FieldRow>
  );
}
