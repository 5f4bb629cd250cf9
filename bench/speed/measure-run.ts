import type { Browser } from '@playwright/test';
import { PlaygroundPage } from '../../e2e/app/playground-page.ts';

/** Of a run in the page, with its default scorer. */
export interface RunFigures {
  /** Seconds from the press on Run to the end, the load of the model included. */
  readonly whole: number;
  /** Seconds of them until the first answer is begun. */
  readonly load: number;
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
    await playground.chooseArms(...ARMS);
    await playground.limitTokens(tokens, tokens);
    const before = performance.now();
    await playground.run.click();
    const state = (name: string) =>
      page.locator(`main[data-run-state="${name}"]`).waitFor({ timeout: MOST_MILLISECONDS });
    await state('running');
    const load = (performance.now() - before) / 1000;
    await state('finished');
    return { load, whole: (performance.now() - before) / 1000 };
  } finally {
    await context.close();
  }
}
