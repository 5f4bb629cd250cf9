import { loadavg } from 'node:os';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { preview } from 'vite';
import { LibraryPage } from '../../e2e/app/library-page.ts';
import { PlaygroundPage } from '../../e2e/app/playground-page.ts';
import { repositoryRoot } from '../../scripts/repository-paths.mjs';
import { QUIET_FLAGS } from '../../scripts/setup/browser.mjs';
import { noteLongTasks } from '../note-long-tasks.ts';

const PORT = 4397;
const SIZES = [20, 200, 2000];
const ROUNDS = 5;

/** What is aimed at for the most runs, milliseconds. */
const AIM = 300;

/** Milliseconds, but for the last. */
interface Measured {
  /** From the press on “Runs” until its first rows are drawn. */
  readonly opened: number;
  /** From a letter typed until what it finds is drawn. */
  readonly found: number;
  readonly ordered: number;
  /** The longest that the page's thread was held up while all runs were read. */
  readonly longestTask: number;
  /** Of the document. */
  readonly elements: number;
}

/** Prints the table. Whatever else the machine does only adds, so the best of the rounds says most. */
export async function measureAndReport(browserPath: string): Promise<void> {
  const server = await preview({
    root: repositoryRoot,
    logLevel: 'error',
    preview: { host: 'localhost', port: PORT, strictPort: false },
  });
  const browser = await chromium.launch({ executablePath: browserPath, args: QUIET_FLAGS });
  try {
    console.log(`Load of the machine over the last minute: ${(loadavg()[0] ?? 0).toFixed(1)}\n`);
    const rows: Measured[] = [];
    for (const size of SIZES) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
      const appUrl = server.resolvedUrls?.local[0] ?? '';
      await keepRuns(context, appUrl, size);
      const rounds: Measured[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        rounds.push(await measure(context, appUrl, size));
      }
      rows.push(bestOf(rounds));
      await context.close();
    }
    console.log(table(rows));
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Keeps the recorded run, and copies of its row, each of another time. */
async function keepRuns(context: BrowserContext, appUrl: string, size: number): Promise<void> {
  const page = await context.newPage();
  await page.goto(appUrl);
  await page.getByRole('button', { name: 'Keep in Runs' }).click();
  await new PlaygroundPage(page).expectState('finished');
  await page.evaluate(async (count) => {
    const done = <Result>(request: IDBRequest<Result>): Promise<Result> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(new Error(request.error?.message));
        };
      });
    const [{ name = '' } = {}] = await indexedDB.databases();
    const database = await done(indexedDB.open(name));
    const runs = database.transaction('runs', 'readwrite').objectStore('runs');
    const [row] = (await done(runs.getAll())) as [{ header: { createdAt: number } }];
    const puts = Array.from({ length: count - 1 }, (_, place) => {
      const id = `copy-${String(place)}`;
      const createdAt = row.header.createdAt - place * 60_000;
      const header = { ...row.header, id, createdAt, name: `Run ${String(place)}` };
      return done(runs.put({ ...row, header }, id));
    });
    await Promise.all(puts);
    database.close();
  }, size);
  await page.close();
}

async function measure(context: BrowserContext, appUrl: string, size: number): Promise<Measured> {
  const page = await context.newPage();
  await page.goto(appUrl);
  await page.getByRole('textbox', { name: 'Prompt', exact: true }).waitFor();
  await page.waitForLoadState('networkidle');
  await noteLongTasks(page);
  const library = new LibraryPage(page);
  const runs = page.getByRole('navigation').getByRole('link', { name: 'Runs' });
  const opened = await untilFirstChanges(page, () => runs.click());
  await page.getByText(`${size.toLocaleString('en')} runs`, { exact: true }).waitFor();
  const longestTask = await longestTaskOf(page);
  const order = page.getByRole('combobox', { name: 'Order' });
  const ordered = await untilFirstChanges(page, async () => {
    await order.selectOption('oldest');
  });
  const find = page.getByRole('textbox', { name: 'Find' });
  await find.focus();
  const found = await untilFirstChanges(page, () => page.keyboard.press('7'));
  const elements = await page.evaluate(() => document.querySelectorAll('*').length);
  await library.expectRead();
  await page.close();
  return { opened, found, ordered, longestTask, elements };
}

/** From the event that an action makes until the frame in which another run is the first of the list. */
async function untilFirstChanges(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const first = () => document.querySelector('[aria-label="All runs"] h3')?.textContent;
    const before = first();
    let begun: number | null = null;
    const begin = (): void => {
      begun ??= performance.now();
    };
    for (const type of ['click', 'input']) addEventListener(type, begin, { capture: true });
    const observer = new MutationObserver(() => {
      const now = first();
      if (begun === null || now === undefined || now === before) return;
      observer.disconnect();
      const start = begun;
      requestAnimationFrame(() => {
        setTimeout(() => performance.measure('changed', { start }));
      });
    });
    observer.observe(document, { childList: true, subtree: true, characterData: true });
  });
  await act();
  await page.waitForFunction(() => performance.getEntriesByName('changed').length > 0);
  return page.evaluate(() => {
    const duration = performance.getEntriesByName('changed')[0]?.duration ?? Number.NaN;
    performance.clearMeasures('changed');
    return duration;
  });
}

/** 0 where none was over 50 ms, which is what browsers call long. */
async function longestTaskOf(page: Page): Promise<number> {
  return page.evaluate(() =>
    Math.max(0, ...performance.getEntriesByName('held up').map(({ duration }) => duration)),
  );
}

function bestOf(rounds: readonly Measured[]): Measured {
  const least = (key: keyof Measured): number => Math.min(...rounds.map((each) => each[key]));
  return {
    opened: least('opened'),
    found: least('found'),
    ordered: least('ordered'),
    longestTask: least('longestTask'),
    elements: least('elements'),
  };
}

function table(rows: readonly Measured[]): string {
  const line = (name: string, key: keyof Measured): string => {
    const figures = rows.map((row) => row[key]);
    const ratio = (figures.at(-1) ?? NaN) / (figures[0] ?? NaN);
    return `| ${name} | ${figures.map((figure) => figure.toFixed(0)).join(' | ')} | ${ratio.toFixed(1)} |`;
  };
  return [
    `| best of ${String(ROUNDS)}, ms | ${SIZES.map((size) => `${size.toLocaleString('en')} runs`).join(' | ')} | last ÷ first |`,
    '| --- | ---: | ---: | ---: | ---: |',
    line(`list opened (aim ${String(AIM)})`, 'opened'),
    line('found by a letter', 'found'),
    line('put in another order', 'ordered'),
    line('longest task while all are read (0: none over 50)', 'longestTask'),
    line('elements of the document', 'elements'),
  ].join('\n');
}
