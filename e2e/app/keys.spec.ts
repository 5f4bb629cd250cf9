import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { PlaygroundPage, RUN_TIMEOUT } from './playground-page.ts';

test('a recorded run is played, split and laid out by keys alone, which a dialog tells', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  const { keyboard } = page;
  await playground.open();
  await expect(playground.tree('PRS 4/4')).toBeVisible();

  // It comes with what tells the keys.
  await expect(page.getByRole('button', { name: 'Keys ?' })).toBeVisible();
  await keyboard.press('.');
  await expect(playground.tree('PRS 5/3')).toBeVisible();
  await keyboard.press(',');
  await keyboard.press(',');
  await expect(playground.tree('PRS 3/5')).toBeVisible();
  await keyboard.press('p');
  const controls = page.getByRole('group', { name: 'Play again' });
  await expect(controls.getByRole('button', { name: 'Pause' })).toBeVisible();
  await keyboard.press('p');
  await expect(controls.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  const told = controls.getByText(/^\d+ of \d+$/);
  const step = parseInt((await told.textContent()) ?? '', 10);
  await keyboard.press('n');
  await expect(told).toHaveText(new RegExp(`^${String(step + 1)} of `));
  await keyboard.press('l');
  const layout = page.getByRole('group', { name: 'Layout' });
  await expect(layout.getByRole('button', { name: 'Order' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await keyboard.press('l');
  await expect(layout.getByRole('button', { name: 'Reward' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );

  const dialog = page.getByRole('dialog', { name: 'Keys' });
  await keyboard.press('?');
  await expect(dialog).toContainText('Run what is set up');
  const { violations } = await new AxeBuilder({ page }).include('[role="dialog"]').analyze();
  expect(violations).toEqual([]);
  // Nothing behind a dialog is changed by a key.
  await keyboard.press('l');
  await keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(layout.getByRole('button', { name: 'Reward' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
});

test('keys of one character leave fields alone, and can be turned off for good', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  const { keyboard } = page;
  const dialog = page.getByRole('dialog', { name: 'Keys' });
  await playground.open();
  await expect(playground.tree('PRS 4/4')).toBeVisible();
  const prompt = page.getByRole('textbox', { name: 'Prompt', exact: true });
  const asked = await prompt.inputValue();
  await prompt.press('End');
  await prompt.press('ControlOrMeta+End');
  await keyboard.type('l.?');
  await expect(prompt).toHaveValue(`${asked}l.?`);
  await expect(dialog).toHaveCount(0);
  await prompt.fill(asked);
  await expect(playground.tree('PRS 4/4')).toBeVisible();

  const button = page.getByRole('button', { name: 'Keys ?' });
  await button.focus();
  await keyboard.press('Enter');
  await expect(dialog).toBeVisible();
  await dialog.getByRole('checkbox', { name: 'Keys of one character' }).press('Space');
  await keyboard.press('Escape');
  await expect(button).toBeFocused();
  await keyboard.press('.');
  await keyboard.press('?');
  await page.reload();
  await expect(playground.tree('PRS 4/4')).toBeVisible();
  await keyboard.press('.');
  await keyboard.press('?');
  await expect(playground.tree('PRS 4/4')).toBeVisible();
  await expect(dialog).toHaveCount(0);
});

test('Ctrl and Enter in a field run what is set up, what is typed there included; S stops it', async ({
  page,
}) => {
  test.setTimeout(RUN_TIMEOUT);
  const playground = new PlaygroundPage(page);
  await playground.open();
  await expect(playground.run).toBeEnabled();
  const budget = page.getByRole('spinbutton', { name: 'Budget N' });
  await budget.fill('6');
  await budget.press('ControlOrMeta+Enter');
  await playground.expectState('running');
  await expect(playground.tree('PRand 6')).toBeVisible();
  await budget.press('s');
  await playground.expectState('running');
  // In a field it is a letter; the node's words have none.
  await playground.stop.focus();
  await page.keyboard.press('s');
  await playground.expectState('stopped');
});
