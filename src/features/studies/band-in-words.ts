import type { BandPoint, Interval } from '../../core/index.ts';
import { formatGain, formatReward } from '../../ui/index.ts';

type Format = (value: number) => string;

/** "1.20 to 2.41"; "–" where there is none. */
export function intervalInWords(interval: Interval | null, format: Format = formatReward): string {
  return interval === null ? '–' : `${format(interval.low)} to ${format(interval.high)}`;
}

/** "1.84 (1.20 to 2.41)". */
export function bandInWords({ mean, interval }: BandPoint, format: Format = formatReward): string {
  return interval === null
    ? format(mean)
    : `${format(mean)} (${intervalInWords(interval, format)})`;
}

/** The same of a difference, with its sign. */
export const differenceInWords = (point: BandPoint): string => bandInWords(point, formatGain);

/** "62 %". */
export function shareInWords(share: number): string {
  return `${String(Math.round(100 * share))} %`;
}
