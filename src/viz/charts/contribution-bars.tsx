import type { CSSProperties } from 'react';
import type { Reward, RewardContribution } from '../../core/index.ts';
import { formatGain } from '../../ui/index.ts';
import styles from './contribution-bars.module.css';

export interface ContributionBarsProps {
  readonly breakdown: Reward['breakdown'];
}

/** What each check added to a reward: a bar from zero, its number, and what was measured. */
export function ContributionBars({ breakdown }: ContributionBarsProps) {
  const least = Math.min(0, ...breakdown.map(({ value }) => value));
  const most = Math.max(0, ...breakdown.map(({ value }) => value));
  const span = most - least || 1;
  return (
    <ul className={styles.bars}>
      {breakdown.map((contribution) => (
        <li key={contribution.id}>
          <span className={styles.label}>{contribution.label}</span>
          <span className={styles.value}>{formatGain(contribution.value)}</span>
          <span className={styles.track} aria-hidden="true">
            <span className={styles.bar} style={barStyle(contribution, least, span)} />
            <span className={styles.zero} style={{ insetInlineStart: percent(-least / span) }} />
          </span>
          <span className={styles.measured}>{contribution.measured}</span>
        </li>
      ))}
    </ul>
  );
}

function barStyle({ value }: RewardContribution, least: number, span: number): CSSProperties {
  return {
    insetInlineStart: percent((Math.min(0, value) - least) / span),
    inlineSize: percent(Math.abs(value) / span),
  };
}

function percent(share: number): string {
  return `${String(share * 100)}%`;
}
