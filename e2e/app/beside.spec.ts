import { expect, test } from '@playwright/test';
import { PlaygroundPage } from './playground-page.ts';

test('a kept run and a recorded one lie beside each other, by keyboard too', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await page.getByRole('button', { name: 'Keep in Runs' }).click();
  await playground.expectState('finished');
  await playground.show('Runs');
  await page.getByRole('button', { name: /^Compare .+ with another run$/ }).click();

  // The same prompt first, the run itself left out.
  const offered = page.getByRole('region', { name: 'Lay beside' }).getByRole('listitem');
  await expect(offered.first()).toContainText('What are the benefits of walking every day?');
  const seven = offered.filter({ hasText: 'seed 7' });
  const lay = seven.getByRole('button', { name: /^Lay .+ beside$/ });
  await lay.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/beside\/run:[\w-]+\/recorded:[\w-]+$/);
  await expect(page.getByRole('article', { name: 'A', exact: true })).toContainText('seed 42');
  await expect(page.getByRole('article', { name: 'B', exact: true })).toContainText('Recorded');
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false);

  await expect(page.getByRole('group', { name: 'Table of differences' })).toContainText('Seed');
  await expect(page.getByRole('img', { name: /^Axis: reward/ })).toHaveCount(1);
  const b = playground.tree('PRS 8/8, B');
  expect((await playground.rewards('PRS 8/8, A')).size).toBe(16);
  expect((await playground.rewards('PRS 8/8, B')).size).toBe(16);
  const text = page.getByRole('article', { name: 'PRS 8/8, B' });
  await expect(text).toContainText('winner');
  await b.getByRole('button', { name: /^Draft 1,/ }).click();
  await expect(text).toContainText('Draft 1');
  await expect(page.getByRole('group', { name: 'Table of rewards and cost' })).toContainText(
    'PRand 16, B',
  );
  await page.reload();
  await expect(b).toBeVisible();
});

test('two preferences share an axis, and one ruler on request', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await page.goto('/#/beside/recorded:concise/recorded:humorous');
  await expect(page.getByText('Each run is scored for its own preference')).toBeVisible();
  await expect(page.getByRole('img', { name: /^Axis: reward/ })).toHaveCount(1);
  const own = await playground.rewards('PRS 8/8, B');
  await page.getByRole('combobox', { name: 'Rewards' }).selectOption({ index: 1 });
  await expect(page.getByText('Each run is scored for its own preference')).toHaveCount(0);
  await expect(page.getByText(/for [AB]\.$/).first()).toBeVisible();
  expect(await playground.rewards('PRS 8/8, B')).not.toEqual(own);

  await page.getByRole('button', { name: 'Choose another B' }).click();
  await page.getByRole('button', { name: /^Lay A draft wins.+ beside$/ }).click();
  await expect(page.getByText('Two prompts, two axes')).toBeVisible();
  await expect(page.getByRole('img', { name: /^Axis: reward/ })).toHaveCount(2);

  await page.goto('/#/beside/run:gone');
  await expect(page.getByText('This run is no longer stored')).toBeVisible();
});

test('a run is laid beside another at the split on screen, and at others that were sampled', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await page.getByRole('slider', { name: 'Drafts N0' }).fill('3');
  const shown = await playground.rewards('PRS 3/5');
  await page.getByRole('link', { name: 'Lay beside …' }).click();
  await expect(page).toHaveURL(/#\/beside\/recorded:[\w-]+~3-5$/);
  const offered = page.getByRole('region', { name: 'Lay beside' }).getByRole('listitem');
  await offered
    .filter({ hasText: 'seed 7' })
    .getByRole('button', { name: /^Lay .+ beside$/ })
    .click();
  await expect(page).toHaveURL(/~3-5\/recorded:[\w-]+~3-5$/);
  await expect(playground.tree('PRS 3/5, B')).toBeVisible();
  expect(await playground.rewards('PRS 3/5, A')).toEqual(shown);

  await page.getByRole('combobox', { name: 'Split of B' }).selectOption('8/0');
  await expect(playground.tree('PRS 8/0, B')).toBeVisible();
  await expect(page.getByRole('group', { name: 'Table of differences' })).toContainText('PRS 8/0');

  await page.goto('/#/beside/recorded:first~100-28/recorded:first');
  await expect(page.getByText(/texts of this split were never sampled/)).toBeVisible();
});
