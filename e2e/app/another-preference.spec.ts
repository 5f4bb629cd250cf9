import { expect, test } from '@playwright/test';
import { PlaygroundPage, PRS, RUN_TIMEOUT } from './playground-page.ts';

test('another preference scores the recorded run at once, and its own comes back', async ({
  page,
}) => {
  const models: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('.gguf')) models.push(request.url());
  });
  const playground = new PlaygroundPage(page);
  await playground.open();
  const verdict = page.getByRole('region', { name: 'Verdict' });
  const another = page.getByRole('region', { name: 'Another preference' });
  const preference = page.getByRole('textbox', { name: 'Preference', exact: true });
  await expect(verdict).toBeVisible();
  const own = await preference.inputValue();
  const before = await playground.rewards('PRS 4/4');

  await preference.fill('Be funny, with emoji');
  await preference.pressSequentially(' and a list.');
  await expect(preference).toBeFocused();
  await expect(another).toContainText(
    'Scored for another preference: “Be funny, with emoji and a list”.',
  );
  await expect(another).toContainText(`Texts were written for “${own.replace(/\.$/, '')}”.`);
  await expect(another).toContainText('Scored by Rubric, at once');
  await expect(verdict).toHaveCount(0);
  const after = await playground.rewards('PRS 4/4');
  expect([...after.keys()]).toEqual([...before.keys()]);
  expect(after).not.toEqual(before);
  // The winner in the picture is the one that the line names.
  const winner = await playground.winner('PRS 4/4');
  await expect(another.getByRole('listitem').filter({ hasText: 'PRS 4/4' })).toContainText(winner);

  // Other splits of the same texts are read for it too.
  await playground.setDrafts(2);
  await expect(another).toContainText('PRS 2/6');
  expect((await playground.rewards('PRS 2/6')).size).toBe(8);
  await playground.setDrafts(4);

  // Without any, the run stays as it is.
  await preference.fill('');
  await expect(verdict).toBeVisible();
  await preference.fill('Be concise.');
  await expect(another).toContainText('“Be concise”');

  await another.getByRole('button', { name: 'Back to the run’s own preference' }).click();
  await expect(verdict).toBeVisible();
  await expect(preference).toHaveValue(own);
  expect(await playground.rewards('PRS 4/4')).toEqual(before);
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false);
  expect(models).toEqual([]);
});

test('a kept run is read so until another scoring is chosen', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await page.getByRole('button', { name: 'Keep in Runs' }).click();
  await playground.expectState('finished');
  const reads = page.getByRole('combobox', { name: 'Read the tree by' });
  await expect(reads).toBeVisible();
  const another = page.getByRole('region', { name: 'Another preference' });
  await page.getByRole('textbox', { name: 'Preference', exact: true }).fill('Be concise.');
  await expect(another).toContainText('“Be concise”');
  await expect(reads.locator('option:checked')).toHaveText('Rubric, for the preference set up now');
  await reads.selectOption({ index: 0 });
  await expect(another).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Verdict' })).toBeVisible();
});

test('it is sampled with the run’s seed and set-up, and the two lie beside each other', async ({
  page,
}) => {
  test.setTimeout(2 * RUN_TIMEOUT);
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.setNumber('Budget N', 2);
  await playground.chooseArms(PRS);
  await page.getByRole('textbox', { name: 'Preference', exact: true }).fill('Be concise.');
  await page.getByRole('button', { name: 'Sample with this preference' }).click();
  await playground.expectState('running');
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false);
  await playground.expectState('finished');
  await page.getByRole('link', { name: 'Lay beside the run before' }).click();
  await expect(page).toHaveURL(/#\/beside\/recorded:first~1-1\/run:[\w-]+$/);
  const differences = page.getByRole('group', { name: 'Table of differences' });
  await expect(differences).toContainText('Be concise.');
  // The same draft of the same seed, had it the same preference; budget and arms are those that were on screen.
  await expect(differences).not.toContainText('Seed');
  await expect(differences).not.toContainText('Sampling');
  await expect(differences).not.toContainText('Scorer');
  await expect(differences).not.toContainText('Budget N');
  await expect(page.getByRole('img', { name: /^Axis: reward/ })).toHaveCount(1);
  expect((await playground.rewards('PRS 1/1, B')).size).toBe(2);
});
