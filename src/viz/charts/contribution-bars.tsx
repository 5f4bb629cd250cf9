import type { CSSProperties } from 'react';
import type { Reward, RewardContribution } from '../../core/index.ts';
import { formatGain } from '../../ui/index.ts';
import styles from './contribution-bars.module.css';
import type { ContributionRange } from './contribution-range.ts';

export interface ContributionBarsProps {
  readonly breakdown: Reward['breakdown'];
  /** What the bars are drawn to. One that is longer ends at the edge, and says so by its end. */
  readonly range: ContributionRange;
  /** What a part measures of any response, a sentence or two; null where nobody says. */
  readonly aboutOf?: (partId: string) => string | null;
}

/** What each check added to a reward: a bar from zero, its number, and what was measured. */
export function ContributionBars({ breakdown, range, aboutOf }: ContributionBarsProps) {
  const span = range.most - range.least || 1;
  return (
    <ul className={styles.bars}>
      {breakdown.map((contribution) => (
        <li key={contribution.id}>
          <span className={styles.label}>{contribution.label}</span>
          <span className={styles.value}>{formatGain(contribution.value)}</span>
          <span className={styles.track} aria-hidden="true">
            <span
              className={styles.bar}
              data-goes-on={contribution.value < range.least}
              style={barStyle(contribution, range, span)}
            />
            <span
              className={styles.zero}
              style={{ insetInlineStart: percent(-range.least / span) }}
            />
          </span>
          <span className={styles.measured}>{contribution.measured}</span>
          <About sentence={aboutOf?.(contribution.id) ?? null} />
        </li>
      ))}
    </ul>
  );
}

function About({ sentence }: { readonly sentence: string | null }) {
  return sentence === null ? null : <span className={styles.measured}>{sentence}</span>;
}

function barStyle(
  { value }: RewardContribution,
  { least, most }: ContributionRange,
  span: number,
): CSSProperties {
  const shown = Math.min(most, Math.max(least, value));
  return {
    insetInlineStart: percent((Math.min(0, shown) - least) / span),
    inlineSize: percent(Math.abs(shown) / span),
  };
}

function percent(share: number): string {
  return `${String(share * 100)}%`;
}
