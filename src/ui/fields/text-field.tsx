import { useId } from 'react';
import styles from './fields.module.css';

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Lines shown before it grows. */
  readonly rows: number;
  readonly hint?: string;
  readonly problem?: string | null;
  readonly placeholder?: string;
}

/** Text of several lines, growing with what is in it. */
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
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        className={`${styles.input ?? ''} ${styles.text ?? ''}`}
        rows={rows}
        value={value}
        placeholder={placeholder}
        aria-invalid={hasProblem}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      {note !== undefined && (
        <p id={`${id}-note`} className={hasProblem ? styles.problem : styles.hint}>
          {note}
        </p>
      )}
    </div>
  );
}
