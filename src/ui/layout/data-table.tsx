import type { ReactNode } from 'react';
import styles from './data-table.module.css';

export interface DataTableProps {
  /** Accessible name of the frame around the table. */
  readonly label: string;
  /** A region is a landmark that can be jumped to; a group is not. */
  readonly role?: 'group' | 'region';
  /** For a table that may have hundreds of rows: it is scrolled downwards too, instead of filling the page. */
  readonly limitsHeight?: boolean;
  /** Caption, head and body. */
  readonly children: ReactNode;
}

/** A table of figures in a frame of its own: larger than that it is scrolled, and so has to be reached by keyboard. */
export function DataTable(props: DataTableProps) {
  const { label, role = 'group', limitsHeight = false, children } = props;
  return (
    <div
      className={styles.frame}
      role={role}
      aria-label={label}
      tabIndex={0}
      data-limits-height={limitsHeight}
    >
      <table className={styles.table}>{children}</table>
    </div>
  );
}
