import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from '../scripts/repository-paths.mjs';

const text = (path: string): string => readFileSync(join(repositoryRoot, path), 'utf8');

const page = text('docs/findings/README.md');
const summary = text('README.md');

type Row = readonly string[];

/** The rows of a table of the report, without those that say whose runs they are. */
function table(name: string): readonly Row[] {
  const rows = text(`docs/findings/report/${name}.csv`).trimEnd().split(/\r?\n/).map(cellsOf);
  return rows[0]?.[0] === 'runs of' ? rows.map((row) => row.slice(1)) : rows;
}

function cellsOf(line: string): Row {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? '',
  );
}

/** The cells behind the first ones, which name a row. */
function figures(name: string, ...row: readonly string[]): readonly number[] {
  const found = table(name).find((cells) => row.every((cell, place) => cells[place] === cell));
  if (found === undefined) throw new Error(`${name} has no row ${row.join(', ')}.`);
  return found.slice(row.length).map(Number);
}

interface Duel {
  readonly share: readonly [number, number, number];
  readonly difference: readonly [number, number, number];
  readonly atEqualLength: readonly [number, number, number];
}

function duel(name: string, first: string, second: string): Duel {
  const [, , , , ...rest] = figures(name, first, second);
  const at = (place: number) =>
    [rest[place] ?? NaN, rest[place + 1] ?? NaN, rest[place + 2] ?? NaN] as const;
  return { share: at(0), difference: at(3), atEqualLength: at(6) };
}

/** The same, read from the other arm: the tables have each pair once. */
function turned({ share, difference, atEqualLength }: Duel): Duel {
  const turnedShare = ([mean, low, high]: Duel['share']) => [1 - mean, 1 - high, 1 - low] as const;
  const [mean, low, high] = difference;
  return {
    share: turnedShare(share),
    difference: [-mean, -high, -low],
    atEqualLength: turnedShare(atEqualLength),
  };
}

const percent = (value: number): string => String(Math.round(100 * value));
const shareInWords = ([mean, low, high]: Duel['share']): string =>
  `${percent(mean)} % (${percent(low)} to ${percent(high)} %)`;
const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;
const differenceInWords = ([mean, low, high]: Duel['difference']): string =>
  `${signed(mean)} (${signed(low)} to ${signed(high)})`;
/** "88 % of the prompts (77 to 94 %)". */
const insert = (words: string, between: string): string => words.replace(' (', ` ${between} (`);
const withComma = (words: string): string => words.replace(' (', ', ').replace(')', '');

const stating = turned(duel('n16-proxy-head-to-head', 'Rand 16', 'PRand 16'));
const reflecting = turned(duel('n16-proxy-head-to-head', 'PRand 16', 'PRS 8/8'));
const reported = turned(duel('n16-reported-head-to-head', 'PRand 16', 'PRS 8/8'));
const feedback = duel('n16-proxy-head-to-head', 'PRS 8/8', 'PRS without feedback 8/8');
const reportedFeedback = duel('n16-reported-head-to-head', 'PRS 8/8', 'PRS without feedback 8/8');
const tokensOf = (arm: string): number => figures('n16-proxy-winners', arm).at(-1) ?? NaN;

describe('docs/findings/README.md', () => {
  it.each([
    ['stating the preference', insert(shareInWords(stating.share), 'of the prompts')],
    ['reflecting', withComma(differenceInWords(reflecting.difference))],
    ['the share of reflecting', insert(shareInWords(reflecting.share), 'of the prompts')],
    ['at equal length', shareInWords(reflecting.atEqualLength)],
    [
      'N = 8',
      differenceInWords(turned(duel('n8-proxy-head-to-head', 'PRand 8', 'PRS 4/4')).difference),
    ],
    ['feedback', insert(differenceInWords(feedback.difference), 'by the rubric')],
    [
      'feedback as reported',
      insert(differenceInWords(reportedFeedback.difference), 'by preference information'),
    ],
    ['as reported', withComma(differenceInWords(reported.difference))],
    [
      'the share as reported',
      withComma(shareInWords(reported.share)).replace(' %', ' % of the prompts'),
    ],
    ['tokens of reflecting', `${(tokensOf('PRS 8/8') / tokensOf('PRand 16')).toFixed(1)} times`],
    [
      'tokens of feedback',
      `${percent(tokensOf('PRS 8/8') / tokensOf('PRS without feedback 8/8') - 1)} % more tokens`,
    ],
    ['equal tokens', `PRand has ${atEqualTokens('PRand 16')} and PRS ${atEqualTokens('PRS 8/8')}`],
  ])('tells %s as the report does', (_, words) => {
    expect(page).toContain(words);
  });

  it('tells how many refinements lie above their anchors as the report does', () => {
    const [, count, ...above] = figures('n16-proxy-refinements', 'PRS 8/8');
    const [, of0n, ...above0n] = figures('n16-proxy-refinements', 'PRS (0, 16)');
    expect(page).toContain(`Of the ${whole(count)} refinements of PRS 8/8 ${share(above)}`);
    expect(page).toContain(`of the ${whole(of0n)} of PRS (0, 16)`);
    expect(page).toContain(share(above0n));
  });

  it('tells the splits as the report does', () => {
    expect(page).toContain(`ends between ${between('n16-proxy-splits', 4, 16).join(' and ')}`);
    const [none] = between('n16-reported-splits', 0, 0);
    const few = between('n16-reported-splits', 2, 7).join(' to ');
    const many = between('n16-reported-splits', 12, 16).join(' to ');
    expect(page).toContain(
      `${String(none)} at 0/16, ${few} from 2/14 to 7/9, ${many} from 12/4 to 16/0`,
    );
    const [oneDraft] = figures('n16-reported-by-responses', 'PRand 16', '1');
    const [best] = figures('n16-reported-winners', 'PRand 16').slice(1);
    expect(page).toContain(`(${(best ?? NaN).toFixed(2)} and ${(oneDraft ?? NaN).toFixed(2)})`);
  });

  it('names the version of the scorer that chose', () => {
    const chose = table('set-up').find(([what]) => what === 'Scorer that chose')?.[1] ?? '';
    const version = /, (version \d+)\./.exec(chose)?.[1];
    expect(page).toContain(`it did so in its ${String(version)}`);
  });

  it('means over wishes what the report means over prompts', () => {
    const [, ...wishes] = text('docs/findings/winners-by-wish.csv')
      .trimEnd()
      .split('\n')
      .map(cellsOf);
    const gains = wishes.map(([, prs, prand]) => Number(prs) - Number(prand));
    const mean = gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
    expect(mean).toBeCloseTo(reflecting.difference[0], 10);
  });
});

describe('what README.md says of the study', () => {
  it.each([
    [
      'stating the preference',
      `for ${shareInWords(stating.share).split(' (')[0] ?? ''} of the prompts`,
    ],
    ['its interval', shareInWords(stating.share).slice('88 % '.length, -1)],
    ['reflecting', differenceInWords(reflecting.difference)],
    ['feedback', withComma(differenceInWords(feedback.difference))],
    ['as reported', withComma(differenceInWords(reported.difference))],
    ['tokens', `${(tokensOf('PRS 8/8') / tokensOf('PRand 16')).toFixed(1)} times the tokens`],
  ])('tells %s as the report does', (_, words) => {
    expect(summary).toContain(words);
  });
});

function atEqualTokens(arm: string): string {
  return (figures('n16-proxy-winners', arm)[4] ?? NaN).toFixed(2);
}

function whole(count: number | undefined): string {
  return (count ?? NaN).toLocaleString('en');
}

function share([mean = NaN, low = NaN, high = NaN]: readonly number[]): string {
  return `${percent(mean)} % (${percent(low)} to ${percent(high)} %)`;
}

/** The lowest and the highest reward of the splits with so many drafts. */
function between(name: string, from: number, to: number): readonly string[] {
  const rewards = table(name)
    .filter(
      ([strategy, drafts]) => strategy === 'PRS' && Number(drafts) >= from && Number(drafts) <= to,
    )
    .map((row) => Number(row[4]));
  return [Math.min(...rewards), Math.max(...rewards)].map((reward) => reward.toFixed(2));
}
