import type { ReactNode } from 'react';
import styles from './layout.module.css';

export interface DisclosureProps {
  readonly title: string;
  /** What is inside, in a few words, to be read while it is closed. */
  readonly summary?: string;
  readonly children: ReactNode;
}

/** What not everyone needs, one click away. */
export function Disclosure({ title, summary, children }: DisclosureProps) {
  return (
    <details className={styles.disclosure}>
      <summary>
        {title} {summary !== undefined && <small>{summary}</small>}
      </summary>
      <div className={styles.disclosureBody}>{children}</div>
    </details>
  );
}
