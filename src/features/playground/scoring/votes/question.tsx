import type { RunPlan } from '../../../../core/index.ts';
import styles from './votes.module.css';

/** What the responses answer: all that a voter is told beside their texts. */
export function Question({ prompt, preference }: Pick<RunPlan, 'prompt' | 'preference'>) {
  return (
    <dl className={styles.question}>
      <dt>Prompt</dt>
      <dd dir="auto">{prompt}</dd>
      {preference !== '' && (
        <>
          <dt>Preference</dt>
          <dd dir="auto">{preference}</dd>
        </>
      )}
    </dl>
  );
}
