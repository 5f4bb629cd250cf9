import styles from './compare.module.css';

export interface SentencesProps {
  /** The finding first, then what qualifies it. */
  readonly lines: readonly string[];
}

/** What a view found, in words. */
export function Sentences({ lines }: SentencesProps) {
  return lines.map((line, index) => (
    <p key={line} className={index === 0 ? styles.finding : styles.note}>
      {line}
    </p>
  ));
}
