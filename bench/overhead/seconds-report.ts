import { plainTable } from './plain-table.ts';
import { countedRounds, isQuiet, MOST_OTHERS, type Round } from './round.ts';
import { spreadOf } from './spread.ts';
import { verdict } from './verdict.ts';

const MOST_RATIO = 1.02;

interface Column {
  readonly title: string;
  readonly digits: number;
  readonly of: (round: Round) => number;
}

const RATIO: Column = {
  title: 'page/bare',
  digits: 4,
  of: ({ page, bare }) => page.seconds / bare.seconds,
};

/** After the seconds: of the page's, those in which no call was under way and those of scoring; and the cores that were busy. */
const COLUMNS: readonly Column[] = [
  { title: 'page', digits: 2, of: ({ page }) => page.seconds },
  { title: 'bare', digits: 2, of: ({ bare }) => bare.seconds },
  RATIO,
  { title: 'between calls', digits: 2, of: ({ page }) => page.seconds - page.secondsInCalls },
  { title: 'scoring', digits: 2, of: ({ page }) => page.secondsScoring },
  { title: 'cores, page', digits: 2, of: ({ page }) => page.cores.browser },
  { title: 'others', digits: 2, of: ({ page }) => page.cores.others },
  { title: 'cores, bare', digits: 2, of: ({ bare }) => bare.cores.browser },
  { title: 'others', digits: 2, of: ({ bare }) => bare.cores.others },
];

/** Each round, the spread of those that count, and what it comes to. */
export function secondsReport(rounds: readonly Round[]): string {
  const counted = countedRounds(rounds);
  const spreads = COLUMNS.map(({ of }) => spreadOf(counted.map(of)));
  const summary = (which: 'median' | 'least' | 'most') => [
    which,
    ...COLUMNS.map(({ digits }, column) => spreads[column]?.[which].toFixed(digits) ?? ''),
  ];
  const table = plainTable([
    ['', ...COLUMNS.map(({ title }) => title)],
    ...rounds.map((round, place) => [
      `round ${String(place + 1)}${isQuiet(round) ? '' : ', disturbed'}`,
      ...COLUMNS.map(({ of, digits }) => of(round).toFixed(digits)),
    ]),
    summary('median'),
    summary('least'),
    summary('most'),
  ]);
  const { median } = spreadOf(counted.map(RATIO.of));
  const words = `  page/bare, median: ${verdict(median, MOST_RATIO)}`;
  return [table, '', words, ...disturbance(rounds)].join('\n');
}

function disturbance(rounds: readonly Round[]): readonly string[] {
  const disturbed = rounds.filter((round) => !isQuiet(round)).length;
  if (disturbed === 0) return [];
  const which = `other programs kept more than ${String(MOST_OTHERS)} cores busy`;
  if (disturbed === rounds.length) return [`  In every round ${which}: measure again in peace.`];
  return [`  Not counted: ${String(disturbed)} in which ${which}.`];
}
