import styles from './layout.module.css';

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
