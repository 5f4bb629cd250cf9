import type { ReactNode } from 'react';
import styles from './notes-and-progress.module.css';

export interface NoteProps {
  /** A paragraph, unless it stands in a line with others. */
  readonly as?: 'p' | 'span';
  readonly children: ReactNode;
  /** Named by `aria-describedby` of what it is about. */
  readonly id?: string | undefined;
  /** `status` is read out when its words change, `alert` at once. */
  readonly role?: 'status' | 'alert';
}

/** What helps to understand what it stands beside. */
export function Note({ as: Element = 'p', children, ...rest }: NoteProps) {
  return (
    <Element className={styles.note} {...rest}>
      {children}
    </Element>
  );
}

/** What went wrong, or is missing: a sentence that says what to do. */
export function Problem({ children, ...rest }: Omit<NoteProps, 'as'>) {
  return (
    <p className={styles.problem} {...rest}>
      {children}
    </p>
  );
}

/** One line whose words change: a problem, or how things stand. Always there, so that screen readers tell when they do. */
export function StatusLine({ isProblem, children }: StatusLineProps) {
  return (
    <p className={isProblem ? styles.problem : styles.note} role="status">
      {children}
    </p>
  );
}

export interface StatusLineProps {
  readonly isProblem: boolean;
  readonly children: ReactNode;
}

/** A short fact about what it stands beside. */
export function Badge({ children }: { readonly children: ReactNode }) {
  return <span className={styles.badge}>{children}</span>;
}

export interface ProgressBarProps {
  readonly label: string;
  /** In [0, 1]; null while unknown. */
  readonly fraction: number | null;
}

export function ProgressBar({ label, fraction }: ProgressBarProps) {
  return (
    <div className={styles.progress}>
      <span>{label}</span>
      <progress aria-label={label} max={1} value={fraction ?? undefined} />
    </div>
  );
}
