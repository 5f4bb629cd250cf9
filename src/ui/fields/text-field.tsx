import { useId, type ChangeEvent } from 'react';
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
}

/** Text of one line, or of several and growing with what is in it. */
export function TextField({
  label,
  value,
  onChange,
  rows,
  hint,
  problem,
  placeholder,
}: TextFieldProps) {
  const id = useId();
  const hasProblem = typeof problem === 'string';
  const note = problem ?? hint;
  const shared = {
    id,
    value,
    placeholder,
    'aria-invalid': hasProblem,
    'aria-describedby': note === undefined ? undefined : `${id}-note`,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      onChange(event.target.value);
    },
  };
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {rows === 1 ? (
        <input type="text" className={styles.input} {...shared} />
      ) : (
        <textarea
          className={`${styles.input ?? ''} ${styles.text ?? ''}`}
          rows={rows}
          {...shared}
        />
      )}
      {note !== undefined && (
        <p id={`${id}-note`} className={hasProblem ? styles.problem : styles.hint}>
          {note}
        </p>
      )}
    </div>
  );
}
