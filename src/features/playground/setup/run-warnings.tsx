import type { KnownModel, RunPlan } from '../../../core/index.ts';
// Not through the door, which a first visit fetches: this comes later.
import { runWarnings } from '../../../core/plan/warn-before-run.ts';
import styles from './setup.module.css';

export interface RunWarningsProps {
  readonly plan: RunPlan;
  readonly model: KnownModel;
}

/** What should be known before Run is pressed. Its place is always there, so that screen readers tell when it changes. */
export function RunWarnings({ plan, model }: RunWarningsProps) {
  const sentences = runWarnings(plan, model);
  return (
    <div role="status" aria-label="Before you run" className={styles.warnings}>
      {sentences.length > 0 && (
        <ul>
          {sentences.map((sentence) => (
            <li key={sentence} dir="auto">
              {sentence}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
