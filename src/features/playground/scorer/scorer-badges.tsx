import { badgesFor } from '../../../rewards/index.ts';
import { Note } from '../../../ui/index.ts';
import styles from './scorer.module.css';

/** How far a scorer can be trusted: its measured accuracy on marked pairs, or that nobody measured it. */
export function ScorerBadges({ scorerId }: { readonly scorerId: string }) {
  const badges = badgesFor(scorerId);
  if (badges.length === 0) {
    return <Note>How often it prefers the better of two answers has not been measured here.</Note>;
  }
  return (
    <div className={styles.badges}>
      <Note>Prefers the better answer of marked pairs in:</Note>
      <ul>
        {badges.map(({ set, sentence, model, noBetterThanChance, worseThanChance }) => (
          <li key={set} data-doubtful={noBetterThanChance || worseThanChance}>
            {sentence}
            {model !== null && ` (read with ${model})`}
          </li>
        ))}
      </ul>
    </div>
  );
}
