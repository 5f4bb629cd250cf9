import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';

/** What a button of a chart hands over. */
async function saved(page: Page, chart: RegExp, name: string): Promise<Buffer> {
  const started = page.waitForEvent('download');
  await page.getByRole('group', { name: chart }).getByRole('button', { name, exact: true }).click();
  const download = await started;
  expect(download.suggestedFilename()).toMatch(/^[a-z0-9-]+\.(csv|svg|png)$/);
  return readFileSync(await download.path());
}

const WINNERS = /^Save “Mean reward of each arm/;
const CURVES = /^Save “Mean best reward over prompts against/;

test('a chart is saved as its figures, its drawing and its pixels', async ({ page }) => {
  await page.goto('/#/studies');
  const table = page.getByRole('group', { name: 'Table of winners' });
  await expect(table).toBeVisible();

  const [heading = '', ...rows] = (await saved(page, WINNERS, 'CSV'))
    .toString()
    .trim()
    .split('\r\n');
  expect(heading.split(',')).toEqual([
    'row',
    '"mean reward of the winner (proxy)',
    ' 95 % band"',
    'low',
    'high',
  ]);
  const arms = await table.getByRole('rowheader').allTextContents();
  expect(rows.map((row) => row.split(',')[0])).toEqual(arms);
  for (const row of rows) {
    const [arm = '', mean = ''] = row.split(',');
    const head = page.getByRole('rowheader', { name: arm, exact: true });
    const shown = table.getByRole('row').filter({ has: head }).getByRole('cell').first();
    await expect(shown).toHaveText(Number(mean).toFixed(2).replace('-', '−'));
  }

  const drawing = (await saved(page, CURVES, 'SVG')).toString();
  // It stands alone: nothing is fetched, styled from elsewhere or run.
  expect(drawing).not.toMatch(/class=|href|<script|<style|url\(|var\(/);
  const parsed = await page.evaluate((text) => {
    const { documentElement } = new DOMParser().parseFromString(text, 'image/svg+xml');
    return {
      root: documentElement.localName,
      lines: [...documentElement.querySelectorAll('path')].length,
      words: documentElement.textContent,
    };
  }, drawing);
  expect(parsed.root).toBe('svg');
  expect(parsed.lines).toBeGreaterThan(arms.length);
  for (const arm of arms) expect(parsed.words).toContain(arm);

  // Letters with a halo stay readable, as they are on the page, and the file says what its figures come from.
  const winners = (await saved(page, WINNERS, 'SVG')).toString();
  const kept = await page.evaluate((text) => {
    const { documentElement } = new DOMParser().parseFromString(text, 'image/svg+xml');
    document.body.append(documentElement);
    const texts = [...documentElement.querySelectorAll('text')];
    const haloed = texts.filter((each) => !['none', ''].includes(getComputedStyle(each).stroke));
    const left = Math.min(...texts.map((each) => each.getBoundingClientRect().left));
    const drawn = {
      orders: haloed.map((each) => getComputedStyle(each).paintOrder),
      margin: left - documentElement.getBoundingClientRect().left,
      words: documentElement.textContent,
    };
    documentElement.remove();
    return drawn;
  }, winners);
  expect(kept.orders).toEqual(arms.flatMap(() => ['stroke', 'stroke']));
  expect(kept.margin).toBeGreaterThanOrEqual(4);
  expect(kept.words).toMatch(/Written by .+, scored by .+ prompts?, \d+ runs?.* 20\d\d/);

  const pixels = await saved(page, CURVES, 'PNG');
  expect(pixels.subarray(1, 4).toString()).toBe('PNG');
  expect(pixels.length).toBeGreaterThan(10_000);
});
