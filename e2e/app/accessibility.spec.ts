import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { exportRun } from '../../src/storage/run-file/import-and-export-run.ts';
import { exampleRun } from '../../src/storage/testing/example-runs.ts';
import { LibraryPage } from './library-page.ts';
import { PlaygroundPage } from './playground-page.ts';

/** What axe finds, each with the elements that it is about. */
async function violations(page: Page): Promise<readonly string[]> {
  const results = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze();
  expect(results.passes.length).toBeGreaterThan(5);
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${id}: ${help}: ${target.join(' ')}\n${failureSummary ?? ''}`,
    ),
  );
}

/** Opens every part of the page that is folded. */
async function unfold(page: Page): Promise<void> {
  await page.locator('details').evaluateAll((parts) => {
    for (const part of parts) part.setAttribute('open', '');
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('the playground before a run has no barrier', async ({ page }) => {
      const playground = new PlaygroundPage(page);
      await playground.open();
      await expect(playground.run).toBeEnabled();
      await unfold(page);
      expect(await violations(page)).toEqual([]);
    });

    test('a narrow playground has no barrier in any pane', async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await new PlaygroundPage(page).open();
      for (const pane of ['Set-up', 'Tree', 'Node']) {
        await page.getByRole('button', { name: pane, exact: true }).click();
        expect(await violations(page), pane).toEqual([]);
      }
    });

    test('the models have no barrier', async ({ page }) => {
      await page.goto('/#/models');
      await expect(page.getByRole('button', { name: /^Use SmolLM2|is chosen/ })).toBeVisible();
      await page.getByRole('checkbox', { name: /can’t run/ }).check();
      await expect(page.getByText(/^Can’t run here/).first()).toBeVisible();
      await unfold(page);
      expect(await violations(page)).toEqual([]);
    });

    test('the runs have no barrier', async ({ page }) => {
      const library = new LibraryPage(page);
      await library.open();
      expect(await violations(page), 'no runs').toEqual([]);
      const name = await importRun(library);
      expect(await violations(page), 'runs').toEqual([]);
      await library.button('Delete', name).click();
      await expect(page.getByRole('alertdialog')).toBeVisible();
      expect(await violations(page), 'the question before a run is deleted').toEqual([]);
    });

    for (const width of [1800, 1280]) {
      test(`a finished run has no barrier, ${String(width)} px wide`, async ({ page }) => {
        await page.setViewportSize({ width, height: 800 });
        const playground = await openFinishedRun(page);
        await playground.openNode('PRS 2/2', 'Refinement 1');
        await playground.view('Changes');
        await unfold(page);
        expect(await violations(page)).toEqual([]);
      });
    }

    test('a finished run has no barrier in any pane of a narrow page', async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await openFinishedRun(page);
      for (const pane of ['Node', 'Tree', 'Set-up']) {
        await page.getByRole('button', { name: pane, exact: true }).click();
        await unfold(page);
        expect(await violations(page), pane).toEqual([]);
      }
    });
  });
}

/** Imports a run of every arm, beside a file that is refused, and returns its name. */
async function importRun(library: LibraryPage): Promise<string> {
  const run = await exampleRun();
  const file = { name: 'run.json', text: exportRun(run, 0) };
  await library.import(file, { name: 'bad.json', text: '' });
  return run.header.name;
}

async function openFinishedRun(page: Page): Promise<PlaygroundPage> {
  const library = new LibraryPage(page);
  await library.open();
  await library.button('Open', await importRun(library)).click();
  const playground = new PlaygroundPage(page);
  await playground.expectState('finished');
  return playground;
}
