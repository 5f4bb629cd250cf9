import { expect, test, type Locator } from '@playwright/test';
import { PlaygroundPage, PRS, RUN_TIMEOUT } from './playground-page.ts';

test.describe.configure({ timeout: RUN_TIMEOUT + 60_000 });

test('a finished run plays other splits: what it drew at once, what it lacks once it is asked to', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  const missing: Locator = page.getByRole('button', { name: /^Sample what is missing/ });
  await playground.open();
  await playground.limitTokens(12, 12);
  await playground.setNumber('Budget N', 4);
  await playground.chooseArms(PRS, 'PRand');
  await playground.run.click();
  await playground.expectState('finished');
  const halves = await playground.rewards('PRS 2/2');
  const drafts = await playground.rewards('PRand 4');
  await expect(missing).toHaveCount(0);

  // PRand has drawn all drafts that PRS can have.
  await playground.setDrafts(4);
  await expect(playground.tree('PRS 4/0')).toBeVisible();
  expect(await playground.rewards('PRS 4/0')).toEqual(drafts);
  expect(await playground.winner('PRS 4/0')).toBe(await playground.winner('PRand 4'));
  expect(await playground.account('PRS 4/0', 'Responses')).toBe('4 of 4');
  await expect(missing).toHaveCount(0);

  // Nobody has asked for the greedy anchor draft.
  await playground.setDrafts(0);
  await expect(playground.tree('PRS 0/4')).toBeVisible();
  expect((await playground.rewards('PRS 0/4')).size).toBe(0);
  expect(await playground.account('PRS 0/4', 'Responses')).toBe('0 of 4');
  await expect(missing).toHaveText(/6 texts/);
  await missing.click();
  await playground.expectState('running');
  await playground.expectState('finished');
  await expect(missing).toHaveCount(0);
  const refined = await playground.rewards('PRS 0/4');
  expect([...refined.keys()]).toContain('Anchor draft');
  expect(refined.size).toBe(5);

  await page.reload();
  await playground.expectState('finished');
  await expect(playground.tree('PRS 0/4')).toBeVisible();
  expect(await playground.rewards('PRS 0/4')).toEqual(refined);
  await playground.setDrafts(2);
  expect(await playground.rewards('PRS 2/2')).toEqual(halves);
});

test('every split of a run is sampled when asked, and played by keys and in the chart', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  const panel = page.getByRole('group', { name: 'Split', exact: true });
  const divider = panel.getByRole('slider', { name: 'Drafts' });
  const every = panel.getByRole('button', { name: /^Sample every split/ });
  await playground.open();
  await playground.limitTokens(12, 12);
  await playground.setNumber('Budget N', 3);
  await playground.chooseArms(PRS);
  await expect(panel).toHaveCount(0);
  await playground.run.click();
  await playground.expectState('finished');
  await divider.press('ArrowRight');
  await expect(playground.tree('PRS 3/0')).toBeVisible();
  await expect(divider).toHaveAttribute('aria-valuetext', 'PRS 3/0: 1 text not sampled');

  await every.click();
  await expect(divider).toBeFocused();
  await playground.expectState('running');
  await playground.expectState('finished');
  await expect(every).toHaveCount(0);
  await expect(panel).toContainText('4 of 4 splits');
  for (const split of ['0/3', '1/2', '2/1', '3/0']) {
    const column = panel.getByRole('button', { name: new RegExp(`^PRS ${split}: .* wins$`) });
    const words = await column.getAttribute('aria-label');
    await column.click();
    await expect(column).toHaveAttribute('aria-pressed', 'true');
    const winner = await playground.winner(`PRS ${split}`);
    expect(words).toContain(`, ${winner} wins`);
  }

  // Another run is being set up: this one is played on without a word of that being lost.
  await page.reload();
  await playground.setNumber('Seed', 7);
  await expect(panel).toContainText('4 of 4 splits');
  await divider.focus();
  await divider.press('Home');
  await expect(playground.tree('PRS 0/3')).toBeVisible();
  await expect(page.getByRole('spinbutton', { name: 'Seed', exact: true })).toHaveValue('7');
});
