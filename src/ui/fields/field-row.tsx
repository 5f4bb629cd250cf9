import type { ReactNode } from 'react';
import styles from './fields.module.css';

export interface FieldRowProps {
  /** Of the control inside. */
  readonly id: string;
  readonly label: string;
  /** Stands beside the label. */
  readonly aside?: ReactNode;
  readonly hint?: string | undefined;
  /** What is wrong with what was entered; said in place of the hint. */
  readonly problem?: string | null | undefined;
  readonly children: ReactNode;
}

/** A control under its label and over what is said of it. */
export function FieldRow({ id, label, aside, hint, problem, children }: FieldRowProps) {
  return (
    <div className={styles.field}>
      <div className={styles.labelRow}>
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
        {aside}
      </div>
      {children}
      <FieldNote {...{ id, hint, problem }} />
    </div>
  );
}

/** What is said of the control with this id. */
export function FieldNote({ id, hint, problem }: Pick<FieldRowProps, 'id' | 'hint' | 'problem'>) {
  const note = problem ?? hint;
  if (note === undefined) return null;
  return (
    <p id={`${id}-note`} className={typeof problem === 'string' ? styles.problem : styles.hint}>
      {note}
    </p>
  );
}

/** Attributes of the control in a row: its id, and what describes it. */
export function controlOf({ id, hint, problem }: Pick<FieldRowProps, 'id' | 'hint' | 'problem'>) {
  const isDescribed = (problem ?? hint) !== undefined;
  return { id, 'aria-describedby': isDescribed ? `${id}-note` : undefined };
}
