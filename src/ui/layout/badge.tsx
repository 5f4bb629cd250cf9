import type { ReactNode } from 'react';
import styles from './layout.module.css';

/** A short fact about what it stands beside. */
export function Badge({ children }: { readonly children: ReactNode }) {
  return <span className={styles.badge}>{children}</span>;
}
