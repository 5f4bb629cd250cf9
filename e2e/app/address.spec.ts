import { expect, test } from '@playwright/test';
import { PlaygroundPage } from './playground-page.ts';

const words = (url: string): URLSearchParams =>
  new URLSearchParams(new URL(url).hash.split('?')[1] ?? '');

test('the address holds what is set up, and gives it back to whoever follows it', async ({
  page,
  browser,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  expect(new URL(page.url()).hash).not.toContain('?');
  await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill('Why is 5 > 3 & 2?');
  await playground.setNumber('Budget N', 6);
  await playground.setNumber('Seed', 77);
  await playground.chooseArms('PRand');
  await expect.poll(() => words(page.url()).get('x')).toBe('Why is 5 > 3 & 2?');
  await expect.poll(() => words(page.url()).get('arms')).toBe('prand');
  await page.getByRole('button', { name: 'Order', exact: true }).click();
  await expect.poll(() => words(page.url()).get('layout')).toBe('order');

  // Another person, another browser.
  const other = await (await browser.newContext()).newPage();
  await other.goto(page.url());
  await expect(other.getByRole('textbox', { name: 'Prompt', exact: true })).toHaveValue(
    'Why is 5 > 3 & 2?',
  );
  await expect(other.getByRole('spinbutton', { name: 'Budget N' })).toHaveValue('6');
  await expect(other.getByRole('spinbutton', { name: 'Seed' })).toHaveValue('77');
  await expect(other.getByRole('checkbox', { name: 'PRand', exact: true })).toBeChecked();
  await expect(other.getByRole('checkbox', { name: 'Rand', exact: true })).not.toBeChecked();
  await expect(other.getByRole('button', { name: 'Order', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
});

test('a link leaves the set-up that was there, also when it is changed and the page reloaded', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const prompt = page.getByRole('textbox', { name: 'Prompt', exact: true });
  await prompt.fill('What is rain?');
  await page.goto('about:blank');
  await page.goto('/#/?v=1&x=Why%3F&seed=12');
  await expect(prompt).toHaveValue('Why?');
  await prompt.fill('Why not?');
  await expect.poll(() => words(page.url()).get('x')).toBe('Why not?');
  await page.reload();
  await expect(prompt).toHaveValue('Why not?');
  await page.getByRole('button', { name: 'Back to my own set-up' }).click();
  await expect(prompt).toHaveValue('What is rain?');
  await expect(prompt).toBeFocused();
  await expect(page.getByRole('group', { name: 'Your own set-up' })).toHaveCount(0);
});

test('Back brings back what was set up before a recorded run was opened', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const prompt = page.getByRole('textbox', { name: 'Prompt', exact: true });
  await prompt.fill('What is rain?');
  await expect.poll(() => words(page.url()).get('x')).toBe('What is rain?');
  await page.getByRole('link', { name: 'Recorded runs' }).click();
  await page
    .getByRole('button', { name: /^Open: / })
    .nth(1)
    .click();
  await expect(page.getByRole('status').filter({ hasText: /^Recorded: / })).toBeVisible();
  await expect(prompt).not.toHaveValue('What is rain?');
  await page.goBack();
  await page.goBack();
  await expect(prompt).toHaveValue('What is rain?');
  await page.goForward();
  await page.goForward();
  await expect(page.getByRole('status').filter({ hasText: /^Recorded: / })).toBeVisible();
});

test('Back takes a step of the split back, and leaves the set-up one’s own', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await expect(playground.tree('PRS 4/4')).toBeVisible();
  const ribbon = page.getByRole('slider', { name: 'Drafts', exact: true });
  await ribbon.fill('3');
  await ribbon.fill('2');
  await expect.poll(() => words(page.url()).get('split')).toBe('2/6');
  await page.goBack();
  await expect(playground.tree('PRS 4/4')).toBeVisible();
  await expect(ribbon).toHaveValue('4');
  await expect(page.getByRole('group', { name: 'Your own set-up' })).toHaveCount(0);
  await page.goForward();
  await expect(playground.tree('PRS 2/6')).toBeVisible();
});

test('Back closes the node that was opened, and leaves what was set up since', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const playground = new PlaygroundPage(page);
  await playground.open();
  const pane = (name: string) => page.getByRole('button', { name, exact: true });
  const tree = page.getByRole('region', { name: 'Sampling tree' });
  await tree
    .getByRole('button', { name: /^Draft 1, / })
    .first()
    .click();
  await expect(page.getByRole('region', { name: 'Node' })).toBeVisible();
  await expect.poll(() => words(page.url()).get('node')).toBe('prs/draft-1');
  await pane('Set-up').click();
  await page.getByRole('textbox', { name: 'Preference' }).fill('Answer as a list of steps.');
  await pane('Node').click();
  await page.goBack();
  await expect(tree).toBeVisible();
  await expect.poll(() => words(page.url()).get('node')).toBeNull();
  await expect.poll(() => words(page.url()).get('z')).toBe('Answer as a list of steps.');
  await page.goForward();
  await expect.poll(() => words(page.url()).get('node')).toBe('prs/draft-1');
});

test('a damaged address says what can’t be used, and the rest is set up', async ({ page }) => {
  await page.goto('/#/?v=1&x=Why%3F&split=4/four&seed=12&node=<b>/none&layout=none');
  await expect(page.getByRole('alert')).toHaveText(
    'The link’s split can’t be used here, and what the page begins with stands for it.',
  );
  await expect(page.getByRole('textbox', { name: 'Prompt', exact: true })).toHaveValue('Why?');
  await expect(page.getByRole('spinbutton', { name: 'Seed' })).toHaveValue('12');
  await page.goto('/#/shared?v=1&run=abc');
  await expect(page.getByRole('alert')).toContainText('The run in the link is damaged');
});

test('a link holds a run, which another browser shows and keeps', async ({
  page,
  browser,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const playground = new PlaygroundPage(page);
  await playground.open();
  await page.getByRole('button', { name: 'Keep in Runs' }).click();
  await playground.expectState('finished');
  const whole = await playground.rewards('PRS 4/4');
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('the link holds the run itself', { exact: false })).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link.length).toBeLessThan(42_000);

  const other = await (await browser.newContext()).newPage();
  await other.goto(link);
  const there = new PlaygroundPage(other);
  await expect(other.getByRole('status').filter({ hasText: /^Recorded: / })).toBeVisible();
  expect(await there.rewards('PRS 4/4')).toEqual(whole);

  // Whoever asks something else leaves it, with every letter; Back leads to it again.
  const prompt = other.getByRole('textbox', { name: 'Prompt', exact: true });
  const asked = await prompt.inputValue();
  await prompt.press('ControlOrMeta+End');
  await prompt.pressSequentially(' Why?');
  await expect(prompt).toHaveValue(`${asked} Why?`);
  await expect(other).not.toHaveURL(/shared/);
  await expect(other.getByRole('status').filter({ hasText: /^Recorded: / })).toHaveCount(0);
  await other.goto(link);
  await expect(other.getByRole('status').filter({ hasText: /^Recorded: / })).toBeVisible();
  await other.getByRole('button', { name: 'Keep in Runs' }).click();
  await there.expectState('finished');
  await expect(other).toHaveURL(/#\/run\//);
  expect(await there.rewards('PRS 4/4')).toEqual(whole);
});

test('a run that is opened brings its set-up', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const prompt = page.getByRole('textbox', { name: 'Prompt', exact: true });
  const asked = await prompt.inputValue();
  await page.getByRole('button', { name: 'Keep in Runs' }).click();
  await playground.expectState('finished');
  await prompt.fill('What is rain?');
  await playground.show('Runs');
  await page.getByRole('button', { name: /^Open/ }).first().click();
  await playground.expectState('finished');
  await expect(prompt).toHaveValue(asked);
  await prompt.fill('What is snow?');
  await expect.poll(() => words(page.url()).get('x')).toBe('What is snow?');
  await page.reload();
  await playground.expectState('finished');
  await expect(prompt).toHaveValue('What is snow?');
});
