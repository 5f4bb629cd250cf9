import type { Browser, Page } from '@playwright/test';
import { PlaygroundPage } from '../../e2e/app/playground-page.ts';

/** Of a run in the page, with its default scorer. */
export interface RunFigures {
  /** Seconds from the press on Run to the end, the load of the model included. */
  readonly whole: number;
  /** Seconds of them until the first answer is begun. */
  readonly load: number;
  /** Seconds during which a response of an arm was being scored, of all arms; NaN where the page doesn't tell. */
  readonly scoring: number;
}

const MOST_MILLISECONDS = 1_800_000;
const BUDGET = 8;
const ARMS = ['Rand', 'PRand', 'PRS (N0, N1, …)'];

/** Runs PRS 4/4, PRand 8 and Rand 8 in a fresh window of the page, as a person would. */
export async function measureRun(
  browser: Browser,
  appUrl: string,
  tokens: number,
): Promise<RunFigures> {
  const context = await browser.newContext({ baseURL: appUrl });
  try {
    const page = await context.newPage();
    const playground = new PlaygroundPage(page);
    await playground.open();
    await playground.setNumber('Budget N', BUDGET);
    await playground.setDrafts(BUDGET / 2);
    await chooseArms(page);
    await playground.setMostTokens(tokens, tokens);
    const before = performance.now();
    await playground.run.click();
    const state = (name: string) =>
      page.locator(`main[data-run-state="${name}"]`).waitFor({ timeout: MOST_MILLISECONDS });
    await state('running');
    const load = (performance.now() - before) / 1000;
    await state('finished');
    const whole = (performance.now() - before) / 1000;
    return { load, whole, scoring: await readScoring(page) };
  } finally {
    await context.close();
  }
}

/** An older checkout has fewer arms than this one. */
async function chooseArms(page: Page): Promise<void> {
  const boxes = page.getByRole('group', { name: 'Arms' }).getByRole('checkbox');
  for (const box of await boxes.all()) await box.setChecked(false);
  for (const name of ARMS) await page.getByRole('checkbox', { name, exact: true }).check();
}

/** The sum of a column of the accounts, which tells seconds as people read them. */
async function readScoring(page: Page): Promise<number> {
  const hidden = { includeHidden: true };
  // It may be folded, and an older checkout has one table.
  const table = page
    .getByRole('region', { name: 'Accounts' })
    .getByRole('table', hidden)
    .filter({ has: page.getByRole('columnheader', { name: 'Scoring time', ...hidden }) });
  const headings = await table.getByRole('columnheader', hidden).allTextContents();
  const column = headings.indexOf('Scoring time');
  if (column === -1) return Number.NaN;
  const rows = await table.locator('tbody tr').all();
  const cells = await Promise.all(
    rows.map((row) =>
      row
        .getByRole('cell', hidden)
        .nth(column - 1)
        .innerText(),
    ),
  );
  return cells.reduce((sum, cell) => sum + secondsOf(cell), 0);
}

/** "12 s" or "1 min 02 s", in seconds. */
function secondsOf(told: string): number {
  const [, minutes = '0', seconds] = /^(?:(\d+) min )?([\d.]+) s$/.exec(told) ?? [];
  return 60 * Number(minutes) + Number(seconds);
}
