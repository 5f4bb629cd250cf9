import { readFile } from 'node:fs/promises';
import type { Browser, Page } from '@playwright/test';
import { PlaygroundPage, PRS } from '../../e2e/app/playground-page.ts';
import { PlainError } from '../../scripts/terminal/plain-error.mjs';
import type { StoredRun } from '../../src/core/index.ts';
import { parseRunFile } from '../../src/storage/index.ts';
import type { Options } from './options.mjs';
import { readPageRun, type PageRun } from './page-run.ts';
import { watchCores, type BusyCores } from './watch-cores.ts';

/** Slower than any machine that the page is usable on. */
const MOST_MILLISECONDS_PER_TOKEN = 1000;
const MOST_MILLISECONDS_TO_LOAD = 120_000;
const CALLS = 9;

/** Runs PRS 4/4 in a fresh window of the page, as a person would, and closes the window, model and all. */
export async function runPage(
  browser: Browser,
  appUrl: string,
  { tokens, defaultScorer }: Options,
): Promise<PageRun & { readonly cores: BusyCores }> {
  const context = await browser.newContext({ baseURL: appUrl });
  try {
    const page = await context.newPage();
    const playground = new PlaygroundPage(page);
    await playground.open();
    await page.getByRole('combobox', { name: 'Model' }).selectOption('embedded-llama-cpp');
    await playground.setNumber('Budget N', 8);
    await playground.setDrafts(4);
    await playground.chooseArms(PRS);
    if (!defaultScorer) await playground.chooseScorer('Rubric');
    await playground.setMostTokens(tokens, tokens);
    await playground.run.click();

    await waitForState(page, ['running', 'failed'], MOST_MILLISECONDS_TO_LOAD);
    const stopWatching = await watchCores(browser);
    const most = CALLS * tokens * MOST_MILLISECONDS_PER_TOKEN + MOST_MILLISECONDS_TO_LOAD;
    await waitForState(page, ['finished', 'failed', 'stopped'], most);
    const cores = await stopWatching();
    return { ...readPageRun(await exportRun(page)), cores };
  } finally {
    await context.close();
  }
}

async function waitForState(page: Page, states: readonly string[], timeout: number): Promise<void> {
  const main = states.map((state) => `main[data-run-state="${state}"]`).join(', ');
  await page.locator(main).waitFor({ timeout });
  if ((await page.getByRole('main').getAttribute('data-run-state')) !== 'failed') return;
  const problems = await page.getByRole('alert').allInnerTexts();
  throw new PlainError(`The run in the page failed: ${problems.join(' ')}`);
}

const MOST_EXPORTS = 20;
const MILLISECONDS_BETWEEN_EXPORTS = 250;

/** Exports the only run there is, once its last event is stored. */
async function exportRun(page: Page): Promise<StoredRun> {
  await page.getByRole('link', { name: 'Runs', exact: true }).click();
  for (let attempt = 1; attempt <= MOST_EXPORTS; attempt += 1) {
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: /^Export / }).click();
    const path = await (await downloading).path();
    const parsed = parseRunFile(await readFile(path, 'utf8'));
    if (!parsed.ok) throw new PlainError(parsed.message);
    if (parsed.run.events.at(-1)?.type === 'run-finished') return parsed.run;
    await page.waitForTimeout(MILLISECONDS_BETWEEN_EXPORTS);
  }
  throw new PlainError('The page did not store the end of the run.');
}
