import type { Interval } from '../../core/index.ts';
import type { Estimate } from './report-parts.ts';

/** From here on a figure has no decimals: tokens, not rewards. */
const LARGE = 100;

/** "1.840", "−0.006", "1,920": three decimals below a hundred, everywhere in a report. */
export function figure(value: number): string {
  const size = Math.abs(value);
  const figures = size < LARGE ? size.toFixed(3) : whole(size);
  return value < 0 && Number(figures) !== 0 ? `−${figures}` : figures;
}

/** The same with its sign: "+0.410". */
export function signed(value: number): string {
  const figures = figure(value);
  return figures.startsWith('−') ? figures : `+${figures}`;
}

/** "62 %". */
export function percent(share: number): string {
  return `${String(Math.round(100 * share))} %`;
}

/** "1,920". */
export function whole(count: number): string {
  return Math.round(count).toLocaleString('en');
}

type InWords = (value: number) => string;

/** "1.840 (1.203 to 2.410)". */
export function estimateInWords({ mean, interval }: Estimate, inWords: InWords = figure): string {
  return interval === null
    ? inWords(mean)
    : `${inWords(mean)} (${intervalInWords(interval, inWords)})`;
}

function intervalInWords({ low, high }: Interval, inWords: InWords): string {
  return `${inWords(low)} to ${inWords(high)}`;
}

/** "1 prompt", "60 prompts". */
export function countOf(count: number, one: string, several = `${one}s`): string {
  return `${whole(count)} ${count === 1 ? one : several}`;
}
