import type { ReactNode } from 'react';
import styles from './compare.module.css';

export interface ScrolledTableProps {
  readonly label: string;
  /** Caption, head and body. */
  readonly children: ReactNode;
}

/** A table in a frame of its own: larger than that it is scrolled, and so has to be reached by keyboard. */
export function ScrolledTable({ label, children }: ScrolledTableProps) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- nothing else in it may take the focus that scrolls it
    <div className={styles.scroll} role="group" aria-label={label} tabIndex={0}>
      <table className={styles.table}>{children}</table>
    </div>
  );
}
