import { diffWordsWithSpace } from 'diff';
import { useMemo } from 'react';
import styles from './node.module.css';

export interface TextChangesProps {
  readonly before: string;
  readonly after: string;
}

/** An imported run may hold texts of any kind; comparing them must not hold up the page. */
const MOST_MILLISECONDS = 500;

/** A word-by-word comparison: what was taken out, what was put in. */
export function TextChanges({ before, after }: TextChangesProps) {
  const changes = useMemo(
    () => diffWordsWithSpace(before, after, { timeout: MOST_MILLISECONDS }),
    [before, after],
  );
  if (changes === undefined) {
    return <p className={styles.note}>These texts differ too much to compare word by word.</p>;
  }
  return (
    <p className={styles.text}>
      {changes.map(({ value, added, removed }, position) => {
        if (added) return <ins key={position}>{value}</ins>;
        if (removed) return <del key={position}>{value}</del>;
        return <span key={position}>{value}</span>;
      })}
    </p>
  );
}
