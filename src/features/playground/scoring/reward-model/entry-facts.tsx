import type { PublishedAccuracy, RewardModelEntry } from '../../../../rewards/index.ts';
import { Badge } from '../../../../ui/index.ts';
import styles from '../scoring.module.css';
import { isMadeUp } from './load-form.ts';
import { licenceSentence } from './load-sentences.ts';

/** How far a reward model can be trusted, by whom that was measured, and under which terms it comes. */
export function EntryFacts({ entry }: { readonly entry: RewardModelEntry }) {
  const { published, caution } = entry;
  return (
    <>
      {isMadeUp(entry) && (
        <p className={styles.note}>
          <Badge>made up</Badge> {caution}
        </p>
      )}
      {published !== null && (
        <>
          <Published published={published} />
          <p className={styles.note}>For preferences: {caution}</p>
        </>
      )}
      <p className={styles.note}>{licenceSentence(entry)}</p>
    </>
  );
}

/** Figures that others measured, and said to be theirs. */
function Published({ published }: { readonly published: PublishedAccuracy }) {
  const { rewardBench, preciseInstructionFollowing, meaning, source } = published;
  return (
    <>
      <p className={styles.note}>
        <Badge>RewardBench {rewardBench.toFixed(1)} %, as published</Badge>
        {preciseInstructionFollowing !== null && (
          <>
            {' '}
            <Badge>
              precise instruction following {preciseInstructionFollowing} %, as published
            </Badge>
          </>
        )}
      </p>
      <p className={styles.note}>
        {meaning} {source}
      </p>
    </>
  );
}
