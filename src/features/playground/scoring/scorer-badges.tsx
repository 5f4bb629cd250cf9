import { badgesFor } from '../../../rewards/index.ts';
import styles from './scoring.module.css';

/** How far a scorer can be trusted: its measured accuracy on marked pairs, or that nobody measured it. */
export function ScorerBadges({ scorerId }: { readonly scorerId: string }) {
  const badges = badgesFor(scorerId);
  if (badges.length === 0) {
    return (
      <p className={styles.note}>
        How often it prefers the better of two answers has not been measured here.
      </p>
    );
  }
  return (
    <div className={styles.badges}>
      <p className={styles.note}>Prefers the better answer of marked pairs in:</p>
      <ul>
        {badges.map(({ set, sentence, model, noBetterThanChance }) => (
          <li key={set} data-doubtful={noBetterThanChance}>
            {sentence}
            {model !== null && ` (read with ${model})`}
          </li>
        ))}
      </ul>
    </div>
  );
}
