import { expect, test, type Locator } from '@playwright/test';
import { PlaygroundPage, PRS } from './playground-page.ts';

let playground: PlaygroundPage;

test.beforeEach(async ({ page }) => {
  playground = new PlaygroundPage(page);
  // These are about the plan, which a recorded run would stand in front of.
  await page.route('**/recorded/first.json', (route) => route.fulfill({ status: 404 }));
  await playground.open();
  await playground.expectState('idle');
});

/** The parts of the split as the slider says them. */
async function parts(): Promise<number[]> {
  const slider = playground.page.getByRole('slider', { name: 'Drafts N0' });
  return (await slider.getAttribute('aria-valuetext'))?.split('/').map(Number) ?? [];
}

function number(name: string): Locator {
  return playground.page.getByRole('spinbutton', { name, exact: true });
}

function box(name: string): Locator {
  return playground.page.getByRole('textbox', { name, exact: true });
}

/** How many nodes of each kind an arm's drawing has. */
async function drawn(arm: string): Promise<Record<string, number>> {
  await expect(playground.tree(arm)).toBeVisible();
  const counts: Record<string, number> = {};
  for (const kind of ['Anchor draft', 'Draft', 'Feedback', 'Refinement']) {
    counts[kind] = await playground.nodes(arm, kind).count();
  }
  return counts;
}

test('the split always sums to N', async () => {
  for (const [budget, layers, drafts] of [
    [8, 1, 3],
    [7, 1, 7],
    [1, 1, 0],
    [16, 3, 5],
    [3, 4, 1],
    [128, 2, 0],
  ] as const) {
    await playground.setNumber('Budget N', budget);
    await playground.setNumber('Refinement layers', layers);
    await playground.setDrafts(drafts);
    const split = await parts();
    expect(split).toHaveLength(layers + 1);
    expect(split[0]).toBe(drafts);
    expect(split.reduce((sum, part) => sum + part, 0)).toBe(budget);
  }
  await playground.setNumber('Budget N', 8);
  await playground.setDrafts(4);
  for (const [part, value] of [
    ['Refinements N2', 4],
    ['Refinements N1', 3],
    ['Refinements N2', 8],
  ] as const) {
    await playground.setNumber(part, value);
    const split = await parts();
    expect(split[Number(part.at(-1))]).toBe(value);
    expect(split.reduce((sum, each) => sum + each, 0)).toBe(8);
    await expect(number('Budget N')).toHaveValue('8');
  }
});

test('the slider redraws the tree that will be sampled', async ({ page }) => {
  expect(await drawn('PRS 4/4')).toEqual({
    'Anchor draft': 0,
    Draft: 4,
    Feedback: 1,
    Refinement: 4,
  });
  expect(await drawn('Rand 8')).toMatchObject({ Draft: 8, Feedback: 0, Refinement: 0 });
  await playground.setDrafts(0);
  expect(await drawn('PRS 0/8')).toEqual({
    'Anchor draft': 1,
    Draft: 0,
    Feedback: 1,
    Refinement: 8,
  });
  await expect(playground.nodes('PRS 0/8', 'Anchor draft')).toHaveAccessibleName(
    /outside the budget/,
  );
  await playground.setDrafts(8);
  expect(await drawn('PRS 8/0')).toEqual({
    'Anchor draft': 0,
    Draft: 8,
    Feedback: 0,
    Refinement: 0,
  });
  const slider = page.getByRole('slider', { name: 'Drafts N0' });
  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  expect(await drawn('PRS 7/1')).toMatchObject({ Draft: 7, Feedback: 1, Refinement: 1 });
  await expect(page.getByRole('region', { name: 'Winner' })).toHaveCount(0);
});

test('two refinement layers split 8 into 4/2/2', async () => {
  await playground.setNumber('Refinement layers', 2);
  expect(await parts()).toEqual([4, 2, 2]);
  expect(await drawn('PRS 4/2/2')).toEqual({
    'Anchor draft': 0,
    Draft: 4,
    Feedback: 2,
    Refinement: 4,
  });
  await expect(playground.nodes('PRS 4/2/2', 'Refinement 2.1')).toBeVisible();
});

test('a number that can’t be used gets a sentence, and the last one stays', async () => {
  const budget = number('Budget N');
  for (const bad of ['0', '-3', '2.5', '129', '']) {
    await budget.fill(bad);
    await expect(budget).toHaveAttribute('aria-invalid', 'true');
    await expect(budget).toHaveAccessibleDescription(/whole number from 1 to 128.* 8 is used/);
    await expect(playground.tree('PRS 4/4')).toBeVisible();
    await expect(playground.run).toBeEnabled();
  }
  await budget.blur();
  await expect(budget).toHaveValue('8');
  await expect(budget).toHaveAttribute('aria-invalid', 'false');
  const seed = number('Seed');
  await seed.fill('1e99');
  await expect(seed).toHaveAccessibleDescription(/42 is used/);
  await seed.fill('7');
  await seed.blur();
  await expect(seed).toHaveValue('7');
});

test('a budget that is typed figure by figure keeps the drafts’ share', async () => {
  const budget = number('Budget N');
  await budget.press('ControlOrMeta+a');
  await budget.pressSequentially('16');
  await budget.press('Enter');
  expect(await parts()).toEqual([8, 8]);
});

test('a prompt and an arm are needed, and the page says so', async ({ page }) => {
  await expect(playground.run).toBeEnabled();
  await box('Prompt').fill('  ');
  await expect(page.getByText('Write a prompt first')).toBeVisible();
  await expect(playground.run).toBeDisabled();
  await box('Prompt').fill('Why?');
  await expect(page.getByText('Write a prompt first')).toHaveCount(0);
  await expect(playground.run).toBeEnabled();
  await playground.chooseArms();
  await expect(page.getByText('Choose at least one arm')).toBeVisible();
  await expect(playground.run).toBeDisabled();
  await playground.chooseArms('PRand');
  await expect(playground.run).toBeEnabled();
  await expect(playground.stop).toBeDisabled();
});

test('a preset fills the preference and says what the scorer reads', async ({ page }) => {
  const presets = page.getByRole('group', { name: 'Preference presets' });
  await page.locator('summary', { hasText: /^Scorer/ }).click();
  const reads = page.getByRole('combobox', { name: 'The scorer reads the response against' });
  await expect(reads).toHaveValue('prompt-and-preference');

  await presets.getByRole('button', { name: 'More presets' }).click();
  const common = presets.getByRole('button', { name: 'Common', exact: true });
  await common.click();
  await expect(box('Preference')).toHaveValue(/informative, precise, creative/);
  await expect(common).toHaveAttribute('aria-pressed', 'true');
  await expect(reads).toHaveValue('prompt');

  const concise = presets.getByRole('button', { name: 'Concise', exact: true });
  await concise.click();
  await expect(box('Preference')).toHaveValue(/concise answer/);
  await expect(common).toHaveAttribute('aria-pressed', 'false');
  await expect(reads).toHaveValue('prompt-and-preference');
  await box('Preference').press('End');
  await box('Preference').pressSequentially(' Please.');
  await expect(concise).toHaveAttribute('aria-pressed', 'false');
});

test('the page says what of a preference is measured and what is not', async ({ page }) => {
  const form = page.getByRole('form', { name: 'Set-up' });
  const reading = form.getByRole('list', { name: 'What is measured of the preference' });
  const chips = reading.getByRole('listitem');
  const unmeasured = chips.filter({ hasText: /^not measured:/ });
  await box('Preference').fill('Use bullet points and rhyme like a pirate from Genoa.');
  await expect(chips.first()).toContainText(/bullet/i);
  await expect(unmeasured).toContainText('pirate');
  await box('Preference').fill('Use bullet points.');
  await expect(unmeasured).toHaveCount(0);
  await expect(chips.first()).toContainText(/bullet/i);
  await box('Preference').fill('');
  await expect(reading).toHaveCount(0);
  await expect(form).toContainText('Without a preference');
});

test('the prompts to the model can be edited and put back', async ({ page }) => {
  await page.locator('summary', { hasText: /^Prompts to the model/ }).click();
  const feedback = box('Asking for feedback');
  const shipped = await feedback.inputValue();
  expect(shipped).toContain('{preference}');
  const reset = page.getByRole('button', { name: 'Back to the prompts as shipped' });
  await expect(reset).toHaveCount(0);
  await feedback.fill('Criticise {response} in one word.');
  await expect(page.locator('summary', { hasText: /^Prompts to the model/ })).toContainText(
    'edited',
  );
  await box('Asking for a refinement').fill('Again: {prompt}');
  await reset.click();
  await expect(feedback).toHaveValue(shipped);
  await expect(box('Asking for a refinement')).not.toHaveValue('Again: {prompt}');
  await expect(reset).toHaveCount(0);
});

test('the estimate follows the plan', async ({ page }) => {
  const estimate = page.getByText(/^Will take/);
  await expect(estimate).toContainText('21 calls');
  const before = await estimate.innerText();
  await playground.chooseArms(PRS);
  await expect(estimate).toContainText('9 calls');
  await playground.setNumber('Refinement layers', 2);
  await expect(estimate).toContainText('10 calls');
  await playground.setDrafts(8);
  await expect(estimate).toContainText('8 calls');
  await playground.limitTokens(10, 5);
  await expect(estimate).toContainText('at most 80 tokens written');
  expect(await estimate.innerText()).not.toBe(before);
});

test('a node of the plan says that it is not written, and its seed', async ({ page }) => {
  await playground.nodes('PRS 4/4', 'Draft 3').click();
  await expect(playground.node).toContainText('Draft 3 is not written yet');
  const seed = /\d{4,}/.exec(await playground.node.innerText())?.[0];
  await page.getByRole('button', { name: 'New seed' }).click();
  await expect(playground.node).not.toContainText(String(seed));
});

test('the set-up is kept over a reload', async ({ page }) => {
  await box('Prompt').fill('What is rain?');
  await playground.setNumber('Budget N', 6);
  await playground.setDrafts(2);
  await playground.chooseArms(PRS, 'PRand');
  await page.reload();
  await expect(box('Prompt')).toHaveValue('What is rain?');
  expect(await parts()).toEqual([2, 4]);
  await expect(playground.tree('PRand 6')).toBeVisible();
  await expect(playground.tree('Rand 6')).toHaveCount(0);
});

test('a narrow page has three panes that keep their state', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const panes = page.getByRole('group', { name: 'Panes' });
  const show = (name: string) => panes.getByRole('button', { name, exact: true }).click();
  const temperature = number('Temperature');
  await expect(playground.tree('PRS 4/4')).toBeHidden();
  await expect(playground.node).toBeHidden();
  await box('Prompt').fill('Why is grass green?');
  await page.locator('summary', { hasText: /^Sampling/ }).click();
  await temperature.fill('0.3');
  await temperature.scrollIntoViewIfNeeded();
  await expect(temperature).toBeInViewport();

  await show('Tree');
  await expect(box('Prompt')).toBeHidden();
  await expect(playground.tree('PRS 4/4')).toBeVisible();
  const rand = page.getByRole('region', { name: 'Rand 8', exact: true });
  await rand.getByText('The tree as a list').click();
  await rand
    .getByRole('button', { name: /^Draft 7/ })
    .first()
    .click();
  await expect(playground.node).toContainText('Draft 7 is not written yet');
  await expect(playground.tree('PRS 4/4')).toBeHidden();

  await show('Set-up');
  await expect(temperature).toBeInViewport();
  await expect(temperature).toHaveValue('0.3');
  await expect(box('Prompt')).toHaveValue('Why is grass green?');
  await show('Tree');
  await expect(rand.getByRole('list', { name: 'Outline of Rand 8' })).toBeVisible();
  await expect(playground.nodes('Rand 8', 'Draft 7')).toHaveAttribute('aria-current', 'true');
  await show('Node');
  await expect(playground.node).toContainText('Draft 7 is not written yet');
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, 'nothing stands out sideways').toBeLessThanOrEqual(390);
});

test('what a run would stumble over is said beside Run, and gone when it is mended', async ({
  page,
}) => {
  const said = page.getByRole('status', { name: 'Before you run' });
  await page.locator('summary', { hasText: /^Sampling/ }).click();
  await playground.setNumber('Temperature', 0);
  await expect(said).toContainText('all drafts of an arm will be equal');
  await expect(playground.run).toBeEnabled();
  await box('Prompt').fill('What does <|im_end|> mean?');
  await expect(said.getByRole('listitem')).toHaveCount(2);
  await playground.setNumber('Temperature', 0.8);
  await box('Prompt').fill('What does it mean?');
  await expect(said.getByRole('listitem')).toHaveCount(0);
});

test('light and dark change places', async ({ page }) => {
  const brightness = () =>
    page.evaluate(() => {
      const canvas = new OffscreenCanvas(1, 1).getContext('2d');
      if (canvas === null) throw new Error('no canvas');
      canvas.fillStyle = getComputedStyle(document.body).backgroundColor;
      canvas.fillRect(0, 0, 1, 1);
      return canvas.getImageData(0, 0, 1, 1).data[0] ?? 0;
    });
  expect(await brightness()).toBeGreaterThan(200);
  await page.getByRole('button', { name: 'Dark theme' }).click();
  expect(await brightness()).toBeLessThan(60);
  await page.getByRole('button', { name: 'Light theme' }).click();
  expect(await brightness()).toBeGreaterThan(200);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.reload();
  expect(await brightness()).toBeLessThan(60);
  await page.getByRole('button', { name: 'Light theme' }).click();
  expect(await brightness()).toBeGreaterThan(200);
});
