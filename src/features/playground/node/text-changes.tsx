import { diffWordsWithSpace } from 'diff';
import { useMemo } from 'react';
import styles from './node.module.css';

export interface TextChangesProps {
  readonly before: string;
  readonly after: string;
}

/** A word-by-word comparison: what was taken out, what was put in. */
export function TextChanges({ before, after }: TextChangesProps) {
  const changes = useMemo(() => diffWordsWithSpace(before, after), [before, after]);
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
