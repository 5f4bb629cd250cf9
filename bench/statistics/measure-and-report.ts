import { GROWING_STATISTICS, type GrowingStatistic } from './growing-statistics.ts';

const SIZES = [100, 1000, 10_000, 100_000];

/** Of n log n it is 1.1 to 1.2 at these sizes, and memory adds to that; what compares all with all is at 2. */
const MOST_EXPONENT = 1.7;

/** The quickest counts: whatever else the machine did only adds. */
const TRIES = 3;

/** What took longer is measured once. */
const LONG_SECONDS = 5;

interface Row {
  readonly statistic: GrowingStatistic;
  /** By size, as far as it was measured. */
  readonly seconds: readonly number[];
  /** Of the power that the time grows by, between the last two sizes. */
  readonly exponent: number;
}

/** Prints the table, and says which statistics grow much faster than their items; of those for all sizes none should. */
export function measureAndReport(): readonly string[] {
  const rows = GROWING_STATISTICS.map((statistic) => {
    const row = measure(statistic);
    console.error(`${statistic.name}: ${row.seconds.map(inSeconds).join(' · ')} s`);
    return row;
  });
  console.log(tableOf(rows));
  return rows
    .filter(
      ({ statistic, exponent }) => statistic.most === SIZES.at(-1) && exponent > MOST_EXPONENT,
    )
    .map(({ statistic }) => statistic.name);
}

function measure(statistic: GrowingStatistic): Row {
  const sizes = SIZES.filter((size) => size <= statistic.most);
  const seconds = sizes.map((size) => secondsOf(statistic.prepare(size)));
  const [before = 1, last = 1] = seconds.slice(-2);
  // Each size is ten times the one before.
  return { statistic, seconds, exponent: Math.log10(last / before) };
}

function secondsOf(compute: () => unknown): number {
  let least = Number.POSITIVE_INFINITY;
  for (let count = 0; count < TRIES; count += 1) {
    const begun = performance.now();
    compute();
    least = Math.min(least, (performance.now() - begun) / 1000);
    if (least > LONG_SECONDS) break;
  }
  return least;
}

function inSeconds(seconds: number): string {
  return seconds.toPrecision(2);
}

/** The rows as a table in Markdown. */
function tableOf(rows: readonly Row[]): string {
  const cells = rows.map(({ statistic, seconds, exponent }) => [
    statistic.name,
    statistic.items,
    ...SIZES.map((_, place) => {
      const took = seconds[place];
      return took === undefined ? '–' : inSeconds(took);
    }),
    exponent.toFixed(2),
  ]);
  const sizes = SIZES.map((size) => `${size.toLocaleString('en')} (s)`);
  const head = ['statistic', 'of', ...sizes, 'exponent'];
  const lines = [head, head.map(() => '---'), ...cells];
  return lines.map((line) => `| ${line.join(' | ')} |`).join('\n');
}
