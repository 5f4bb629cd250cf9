import { createHash } from 'node:crypto';
import { wilsonInterval, type RewardModelDescription } from '../../src/core/index.ts';
import type { MeasuredFigure } from '../../src/rewards/badges/accuracy-badges.ts';
import { KEPT_DIGITS, textOfSettings } from '../../src/rewards/badges/sum-of-settings.ts';

export interface FigureParts {
  readonly scorer: Pick<RewardModelDescription, 'id' | 'version' | 'settings'>;
  readonly set: string;
  readonly measuredAt: string;
  readonly model: string | null;
  /** One `Outcome` a pair; not empty. */
  readonly outcomes: string;
}

/** Counts outcomes and reckons the share, a tie and a failure counting half, with its interval. */
export function figureOf(parts: FigureParts): MeasuredFigure {
  const { scorer, set, measuredAt, model, outcomes } = parts;
  const n = outcomes.length;
  const [right, ties, failed] = [count(outcomes, '1'), count(outcomes, '='), count(outcomes, '-')];
  const successes = right + (ties + failed) / 2;
  const interval = wilsonInterval(successes, n);
  if (interval === null) throw new Error('A figure needs at least one pair.');
  return {
    scorer: scorer.id,
    version: scorer.version,
    settings: sumOfSettings(scorer.settings),
    set,
    measuredAt,
    n,
    right,
    ties,
    failed,
    accuracy: fourDecimals(successes / n),
    interval: { low: fourDecimals(interval.low), high: fourDecimals(interval.high) },
    noBetterThanChance: interval.low <= 0.5 && interval.high >= 0.5,
    model,
    outcomes,
  };
}

function count(outcomes: string, sign: string): number {
  return outcomes.split(sign).length - 1;
}

function fourDecimals(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}

/** The same for the same settings, in whatever order they stand. */
export function sumOfSettings(settings: RewardModelDescription['settings']): string {
  const digits = createHash('sha256').update(textOfSettings(settings)).digest('hex');
  return digits.slice(0, KEPT_DIGITS);
}
