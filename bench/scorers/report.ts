import type { MeasuredFigure, MeasuredTable } from '../../src/rewards/badges/accuracy-badges.ts';
import { plainTable } from '../overhead/plain-table.ts';

/** The table as a person reads it. */
export function reportTable({ sets, figures }: MeasuredTable): string {
  const nameOf = (id: string): string => sets.find((set) => set.id === id)?.name ?? id;
  const rows = figures.map((figure) => [
    figure.scorer,
    nameOf(figure.set),
    String(figure.n),
    String(figure.right),
    String(figure.ties),
    String(figure.failed),
    `${percent(figure.accuracy)} %`,
    `${percent(figure.interval.low)} to ${percent(figure.interval.high)} %`,
    verdictOn(figure),
    figure.measuredAt,
  ]);
  const head = ['scorer', 'set', 'pairs', 'right', 'ties', 'failed', 'accuracy', '95 % interval'];
  return plainTable([[...head, '', 'measured'], ...rows]);
}

/** “61.5 % (51.7 to 70.4 %) of 100 pairs”, for one line on the way. */
export function shareOf({ accuracy, interval, n }: MeasuredFigure): string {
  const { low, high } = interval;
  return `${percent(accuracy)} % (${percent(low)} to ${percent(high)} %) of ${String(n)} pairs`;
}

function verdictOn({ noBetterThanChance, interval }: MeasuredFigure): string {
  if (noBetterThanChance) return 'no better than chance';
  return interval.high < 0.5 ? 'worse than chance' : '';
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}
