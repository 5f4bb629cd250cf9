import { expect, test } from '@playwright/test';
import { PlaygroundPage } from './playground-page.ts';

test('what was read of a preference can be left out and added to, and is remembered', async ({
  page,
}) => {
  await new PlaygroundPage(page).open();
  const preference = page.getByRole('textbox', { name: 'Preference', exact: true });
  const reading = page.getByRole('list', { name: 'What is measured of the preference' });
  await preference.fill('At most 30 words, with emoji.');
  const correct = page.getByRole('button', { name: 'Correct what is measured' });
  await correct.click();
  await reading.getByRole('button', { name: 'Leave out emoji' }).click();
  await page
    .getByRole('combobox', { name: 'Measure something else too' })
    .selectOption({ value: 'steps' });
  await expect(reading.getByRole('listitem')).toHaveCount(3);
  await page.reload();
  await correct.click();
  await expect(reading.getByRole('button', { name: 'Put back emoji' })).toBeVisible();
  await expect(reading.getByRole('listitem')).toHaveCount(3);
});
