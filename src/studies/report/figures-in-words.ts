import type { Interval } from '../../core/index.ts';
import type { Estimate } from './report-parts.ts';

/** "1.84", "−0.25"; one more decimal below a tenth. */
export function figure(value: number): string {
  const size = Math.abs(value);
  const decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 0.1 || size === 0 ? 2 : 3;
  const figures = size.toFixed(decimals);
  return value < 0 && Number(figures) !== 0 ? `−${figures}` : figures;
}

/** The same with its sign: "+0.41". */
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

/** "1.84 (1.20 to 2.41)". */
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
