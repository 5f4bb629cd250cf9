import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { armLabel, findNode, replay, rewardOf, type StoredRun } from '../../src/core/index.ts';
import { exportRun, parseRunFile } from '../../src/storage/run-file/import-and-export-run.ts';
import { exampleRun } from '../../src/storage/testing/example-runs.ts';
import { groupOf } from '../../src/studies/findings/run-group.ts';
import { LibraryPage } from './library-page.ts';
import { PlaygroundPage } from './playground-page.ts';

const MARKUP = '<img src=x onerror="window.wasHacked=true">';

/** The recorded runs that the page shows together: the largest group of those whose rewards may be averaged. */
function recordedGroup(): readonly StoredRun[] {
  const index = JSON.parse(readFileSync('public/recorded/index.json', 'utf8')) as readonly {
    readonly name: string;
  }[];
  const groups = new Map<string, StoredRun[]>();
  for (const { name } of index) {
    const parsed = parseRunFile(readFileSync(`public/recorded/${name}.json`, 'utf8'));
    if (!parsed.ok) throw new Error(parsed.message);
    const { key } = groupOf(parsed.run.header);
    groups.set(key, [...(groups.get(key) ?? []), parsed.run]);
  }
  const [most = []] = [...groups.values()].sort((one, other) => other.length - one.length);
  return most;
}

/** The winner's reward of one arm in each of some runs, by prompt. */
function winnersOf(
  runs: readonly StoredRun[],
  label: string,
): ReadonlyMap<string, readonly number[]> {
  const winners = new Map<string, readonly number[]>();
  for (const { header, events } of runs) {
    const arm = replay(header, events).arms.find((each) => armLabel(each.arm) === label);
    const winner = arm === undefined ? null : findNode(arm, arm.winnerId);
    const reward = winner === null ? null : rewardOf(winner);
    if (reward === null) throw new Error(`${header.name} has no winner of ${label}.`);
    const { prompt } = header.plan;
    winners.set(prompt, [...(winners.get(prompt) ?? []), reward]);
  }
  return winners;
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const rowOf = (page: Page, table: string, name: string) => {
  const head = page.getByRole('rowheader', { name, exact: true });
  return page.getByRole('group', { name: table }).getByRole('row').filter({ has: head });
};

async function importRuns(page: Page): Promise<void> {
  const library = new LibraryPage(page);
  await library.open();
  const prompts = ['Why is the sky blue?', 'What is rain?', MARKUP];
  for (const [place, prompt] of prompts.entries()) {
    const { header, events } = await exampleRun({
      header: { id: `00000000-0000-4000-8000-00000000000${String(place)}`, name: prompt },
      rewards: [0.1, 1 - place, 2 + place],
    });
    const run = { events, header: { ...header, plan: { ...header.plan, prompt } } };
    await library.import({ name: `${String(place)}.json`, text: exportRun(run, 0) });
  }
}

test('recorded runs answer together, said to be chosen, with the means of their files', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.show('Studies');
  await expect(page.getByText(/runs that come with the page/)).toContainText('were chosen');
  await expect(page.getByText('recorded', { exact: true })).toBeVisible();
  const runs = recordedGroup();
  for (const label of ['PRS 8/8', 'PRand 16', 'Rand 16']) {
    const prompts = [...winnersOf(runs, label).values()];
    const figure = meanOf(prompts.map(meanOf)).toFixed(2).replace('-', '−');
    await expect(rowOf(page, 'Table of winners', label).getByRole('cell').first()).toHaveText(
      figure,
    );
    const counted = `Over ${String(prompts.length)} prompts, ${String(runs.length)} runs.`;
    await expect(page.getByText(counted)).toBeVisible();
  }
  const caveats = page.getByRole('region', { name: 'What to keep in mind' });
  await expect(caveats).toContainText('they are no sample of prompts');
  await expect(caveats).toContainText('its reward is a proxy');

  const splits = page.getByRole('region', { name: 'Reward against the split' });
  const marks = splits.getByRole('button', { name: /^PRS \d+\/\d+: / });
  await expect(marks).toHaveCount(17);
  await expect(splits.getByRole('button', { name: /: sampled for / })).toHaveCount(0);
  // The row of N of the map is the same splits.
  const map = page.getByRole('region', { name: 'Every split of every budget' });
  await map.getByRole('button', { name: 'Reward', exact: true }).click();
  await expect(map.getByRole('button', { name: /^PRS \d+\/\d+: / })).toHaveCount(
    16 + (16 * 17) / 2,
  );
  const name = (await marks.nth(9).getAttribute('aria-label')) ?? '';
  await map.getByRole('button', { name, exact: true }).focus();
  await expect(map.locator('output')).toHaveText(name);
  await page.keyboard.press('ArrowRight');
  await expect(map.locator('output')).toHaveText(/^PRS 10\/6: /);

  await splits.getByRole('button', { name: 'All orders' }).click();
  await expect(splits.getByRole('button', { name: /: sampled for / })).not.toHaveCount(0);
  await expect(splits).toContainText('aren’t sampled for all of them and have no value');

  // The one run of a low temperature stands alone, after the larger groups.
  const groups = page.getByRole('combobox', { name: 'Model and scorer' });
  const last = (await groups.getByRole('option').count()) - 1;
  await groups.selectOption({ index: last });
  await expect(page.getByText('Over 1 prompt, 1 run.')).toBeVisible();
  await expect(caveats).toContainText('One prompt says nothing of others');
});

test('figures are worked out in a worker, and several groups are laid over each other', async ({
  page,
}) => {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text());
  });
  const begun = page.waitForEvent('worker', (worker) => worker.url().includes('statistics'));
  await page.goto('/#/studies');
  await begun;
  await expect(page.getByRole('region', { name: 'What to keep in mind' })).toBeVisible();
  await expect(page.getByText('Working it out …')).toHaveCount(0);

  await page.getByText('Several studies over each other').click();
  const runs = page.getByRole('group', { name: 'Runs', exact: true });
  const boxes = runs.getByRole('checkbox');
  for (const box of await boxes.all()) await box.check();
  const charts = page.getByRole('group', { name: /^Mean best reward by .* of several runs/ });
  await expect(charts).not.toHaveCount(0);
  await boxes.first().uncheck();
  await expect(charts).not.toHaveCount(0);
  expect(refused).toEqual([]);
});

test('the calculator takes its figures from the runs, and is told from a measurement', async ({
  page,
}) => {
  await page.goto('/#/studies');
  const calculator = page.getByRole('region', { name: 'Calculator' });
  await expect(calculator.getByText('a model, not a measurement', { exact: true })).toBeVisible();
  await calculator.getByText('A toy world').click();
  const gain = calculator.getByRole('spinbutton', { name: 'Gain of refining' });
  await expect(gain).toHaveValue('0.5');
  await expect(page.getByRole('region', { name: 'What to keep in mind' })).toBeVisible();
  await calculator.getByRole('button', { name: 'Fit from these runs' }).click();
  const runs = recordedGroup().length;
  const taken = `Taken from PRS 8/8 of ${String(runs)} runs, ${String(8 * runs)} drafts`;
  await expect(calculator.getByText(taken)).toBeVisible();
  await expect(gain).not.toHaveValue('0.5');
  await gain.fill('-50');
  await gain.press('Enter');
  await expect(calculator).toContainText('At equal N no split beats drafts alone');
  await expect(calculator.getByRole('button', { name: /^PRS \d+\/\d+ at equal N: / })).toHaveCount(
    17,
  );
});

test('own runs are chosen, compared and walked through by keyboard', async ({ page }) => {
  await importRuns(page);
  await page.getByRole('link', { name: 'What they say together' }).click();
  await expect(page.getByText('Over 3 prompts, 3 runs.')).toBeVisible();
  await page.getByText('3 of 3 chosen').click();
  await page.getByRole('textbox', { name: /^Find/ }).fill('sky');
  await page.getByRole('button', { name: 'Choose these alone' }).click();
  await expect(page.getByText('Over 1 prompt, 1 run.')).toBeVisible();
  await page.getByRole('textbox', { name: /^Find/ }).fill('');
  await page.getByRole('checkbox', { name: MARKUP }).check();
  await expect(page.getByText('Over 2 prompts, 2 runs.')).toBeVisible();

  const arms = page.getByRole('group', { name: 'Arms' });
  await arms.getByRole('checkbox', { name: /^Rand 4/ }).check();
  await expect(rowOf(page, 'Table of winners', 'Rand 4')).toBeVisible();

  const chart = page.getByRole('group', { name: /^Mean best reward over prompts against/ });
  const mark = chart.getByRole('button', { name: /^Rand 4: / }).first();
  await mark.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const name = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  expect(name).toMatch(/ after 2 responses$/);
  await expect(page.locator('output')).toHaveText(name ?? '');
  await page.getByRole('button', { name: 'Tokens', exact: true }).click();
  await expect(chart.getByRole('button').first()).toHaveAccessibleName(/ tokens$/);

  await expect(page.locator('img')).toHaveCount(0);
  expect(await page.evaluate(() => 'wasHacked' in window)).toBe(false);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    for (const width of [390, 1280, 1920]) {
      test(`studies have no barrier and fit, ${String(width)} px wide`, async ({ page }) => {
        await page.setViewportSize({ width, height: 900 });
        await page.goto('/#/studies');
        await expect(page.getByRole('region', { name: 'What to keep in mind' })).toBeVisible();
        await page.locator('details').evaluateAll((parts) => {
          for (const part of parts) part.setAttribute('open', '');
        });
        await expect(page.getByRole('list', { name: 'Runs to choose from' })).toBeVisible();
        const results = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze();
        expect(results.passes.length).toBeGreaterThan(5);
        expect(results.violations.map(({ id, nodes }) => [id, nodes[0]?.target])).toEqual([]);
        const overflow = await page
          .getByRole('main')
          .evaluate((main) => main.scrollWidth - main.clientWidth);
        expect(overflow).toBeLessThanOrEqual(0);
      });
    }
  });
}
