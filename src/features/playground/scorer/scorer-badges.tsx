import { useCallback } from 'react';
import { badgesOfSetUp, type SettingValues } from '../../../rewards/index.ts';
import { Note } from '../../../ui/index.ts';
import { useBadges } from '../use-badges.ts';
import styles from './scorer.module.css';

export interface ScorerBadgesProps {
  readonly scorerId: string;
  /** What is set of it: set otherwise it is another scorer. */
  readonly values: SettingValues;
}

/** How far a scorer can be trusted: its measured accuracy on marked pairs, or that nobody measured it. */
export function ScorerBadges(props: ScorerBadgesProps) {
  return <Badges key={props.scorerId} {...props} />;
}

function Badges({ scorerId, values }: ScorerBadgesProps) {
  const badges = useBadges(useCallback(() => badgesOfSetUp(scorerId, values), [scorerId, values]));
  if (badges === 'under-way') return null;
  if (badges === 'unread') {
    return (
      <Note>
        How accurate it is could not be fetched. Reload the page when the network is back.
      </Note>
    );
  }
  if (badges.length === 0) {
    return (
      <Note>
        How often it prefers the better of two answers has not been measured here, set as it is.
      </Note>
    );
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
