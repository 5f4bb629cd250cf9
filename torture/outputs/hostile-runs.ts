import { expect, type Page } from '@playwright/test';
import { watchPage } from '../../e2e/app/watch-page.ts';
import { readKeptRuns } from '../../e2e/app/kept-runs.ts';
import { PlaygroundPage, PRS } from '../../e2e/app/playground-page.ts';
import { exportRun, parseRunFile } from '../../src/storage/run-file/import-and-export-run.ts';
import type { Attack } from '../attack.ts';
import { OwnBrowser } from '../browser/own-browser.ts';
import { serveScriptedPage } from '../browser/serve-scripted-page.ts';
import { HOSTILE_PROMPT } from './hostile-outputs.ts';

/** A model writes what would run, mislead or choke a careless page: it is shown as text, kept, and executes nothing. */
export const HOSTILE_OUTPUTS: Attack = {
  id: 'outputs',
  title: 'runs of a hostile model',
  tries: { small: 0, whole: 30 },
  prepare: async () => {
    const served = await serveScriptedPage();
    const browser = await OwnBrowser.create();
    const context = await browser.start();
    let shown = 0;
    return {
      attempt: async (seed) => {
        const page = await context.newPage();
        const { happened } = watchPage(page);
        try {
          await page.goto(served.url);
          const fault = await runHostile(page, seed);
          shown += 1;
          if (fault !== null) return fault;
          return happened.length === 0 ? null : `It happened: ${happened.join('; ').slice(0, 300)}`;
        } finally {
          await page.close();
        }
      },
      summary: () => `${String(shown)} runs shown in every pane`,
      close: async () => {
        await browser.remove();
        await served.close();
      },
    };
  },
};

const ARM = 'PRS 2/2';

async function runHostile(page: Page, seed: number): Promise<string | null> {
  const playground = new PlaygroundPage(page);
  await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill(HOSTILE_PROMPT);
  const newRun = page.getByRole('button', { name: 'New run' });
  if (await newRun.isVisible()) await newRun.click();
  await playground.setNumber('Budget N', 4);
  await playground.setDrafts(2);
  await playground.chooseArms(PRS);
  await playground.setNumber('Seed', seed);
  const scripts = await countOf(page);
  await playground.run.click();
  await playground.expectState('finished');
  // By reward, a response that has none is drawn nowhere.
  await page.getByRole('group', { name: 'Layout' }).getByRole('button', { name: 'Order' }).click();
  for (const name of ['Draft 1', 'Draft 2', 'Feedback', 'Refinement 1']) {
    await playground.openNode(ARM, name);
    for (const tab of await playground.node.getByRole('tab').all()) await tab.click();
    await expect(playground.node.getByRole('tabpanel')).toHaveCount(1);
  }
  if ((await countOf(page)) !== scripts) return 'An element came out of a text.';
  if (await page.evaluate(() => 'owned' in window)) return 'It was executed.';
  const runs = await readKeptRuns(page);
  const unread = runs.find((run) => !parseRunFile(exportRun(run, 0)).ok);
  return unread === undefined ? null : 'The file of the run can’t be read.';
}

/** Elements that no text may make. */
function countOf(page: Page): Promise<number> {
  return page
    .locator('script, iframe, object, embed, img, base, meta[http-equiv="refresh"]')
    .count();
}
