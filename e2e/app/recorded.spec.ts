import { expect, test } from '@playwright/test';
import { PlaygroundPage, PRS, RUN_TIMEOUT } from './playground-page.ts';

/** Everything that the page asks for, from now on. */
function watchPaths(page: PlaygroundPage['page']): string[] {
  const paths: string[] = [];
  page.context().on('request', (request) => paths.push(new URL(request.url()).pathname));
  return paths;
}

test('a first visit draws a recorded run without a model, and plays its splits', async ({
  page,
}) => {
  const paths = watchPaths(page);
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.expectState('idle');
  await playground.expectSentence(
    /^Recorded: SmolLM2-135M-Instruct, scorer .+, seed 42, \d+ \w+ 2026; chosen by a rule$/,
  );
  await expect(page.getByRole('region', { name: 'Verdict' })).toContainText('PRS 4/4');
  expect((await playground.rewards('PRS 4/4')).size).toBe(8);
  expect((await playground.rewards('Rand 8')).size).toBe(8);
  await expect(playground.node.getByText(/^PRS: the model writes drafts/)).toBeInViewport();
  const paper = page.getByRole('link', { name: /^Preference-Guided Reflective Sampling for/ });
  await expect(paper).toHaveAttribute('href', 'https://arxiv.org/abs/2408.12163');
  await expect(paper).toHaveAttribute('rel', 'noopener noreferrer');

  await playground.setDrafts(2);
  await expect(playground.tree('PRS 2/6')).toBeVisible();
  expect((await playground.rewards('PRS 2/6')).size).toBe(8);
  await playground.setNumber('Budget N', 16);
  await expect(playground.tree('PRand 16')).toBeVisible();
  expect((await playground.rewards('PRand 16')).size).toBe(16);
  const panel = page.getByRole('group', { name: 'Split', exact: true });
  await expect(panel).toContainText('17 of 17 splits');
  await expect(page.getByRole('button', { name: /^Sample/ })).toHaveCount(0);

  await playground.show('Runs');
  await expect(page.getByText('no runs', { exact: false }).first()).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Recorded runs' }).click();
  await expect(page.getByRole('heading', { name: 'Recorded runs' })).toBeVisible();
  expect(paths.filter((path) => path.endsWith('.gguf'))).toEqual([]);
});

test('Play tells the run again: from the plan, by a step, to its end', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const controls = page.getByRole('group', { name: 'Play again' });
  const button = (name: string) => controls.getByRole('button', { name, exact: true });
  const whole = await playground.rewards('PRS 4/4');
  await button('Play').click();
  await expect(button('Pause')).toBeFocused();
  await expect(page.getByRole('region', { name: 'Verdict' })).toContainText(
    'drafts are being written',
  );
  await button('Pause').click();
  await playground.expectState('idle');
  const told = async () => (await playground.rewards('PRS 4/4')).size;
  const before = await told();
  expect(before).toBeLessThan(8);
  await button('One step').click();
  await expect.poll(told).toBe(before + 1);
  await controls.getByLabel('Speed').selectOption('2×');
  await button('Play').click();
  await expect(button('End')).toHaveCount(0);
  expect(await playground.rewards('PRS 4/4')).toEqual(whole);
  await expect(button('Play')).toBeVisible();
});

test('on a laptop the whole of the method is in view at once, from the drafts to the winner', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await new PlaygroundPage(page).open();
  const tree = page.getByRole('group', { name: 'Sampling tree of PRS 4/4' });
  await expect(tree.getByRole('button', { name: /, anchor/ })).toBeInViewport({ ratio: 1 });
  await expect(tree.getByText(/^✎ Feedback on/)).toBeInViewport({ ratio: 1 });
  await expect(tree.getByRole('button', { name: /, winner/ })).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('group', { name: 'Try next' })).toBeInViewport({ ratio: 1 });
});

test('on a phone the drafts and what was said of the best are in view at once', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await new PlaygroundPage(page).open();
  const tree = page.getByRole('group', { name: 'Sampling tree of PRS 4/4' });
  await expect(tree.getByRole('button', { name: /, anchor/ })).toBeInViewport({ ratio: 1 });
  await expect(tree.getByText(/^✎ Feedback on/)).toBeInViewport({ ratio: 1 });
  const more = page.getByText('How far to trust that, its cost, what to try next');
  await more.click();
  await expect(page.getByRole('group', { name: 'Try next' })).toBeVisible();
});

for (const width of [360, 390, 650, 1280]) {
  test(`the picture stays where it is while the run is told again, ${String(width)} px wide`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 844 });
    await new PlaygroundPage(page).open();
    const controls = page.getByRole('group', { name: 'Play again' });
    const button = (name: string) => controls.getByRole('button', { name, exact: true });
    const recorded = page.getByRole('status').filter({ hasText: /^Recorded: / });
    const picture = page.getByRole('group', { name: 'Sampling tree of PRS 4/4' });
    // Below what never moves: Play scrolls.
    const place = async (): Promise<number> => {
      const [head, drawn] = await Promise.all([recorded.boundingBox(), picture.boundingBox()]);
      return Math.round((drawn?.y ?? NaN) - (head?.y ?? NaN));
    };
    await expect(button('Play')).toBeVisible();
    const before = await place();
    await button('One step').click();
    await expect(page.getByText('Nothing is sampled')).toBeVisible();
    while ((await button('End').count()) > 0) {
      expect(await place()).toBe(before);
      await button('One step').click();
    }
    expect(await place()).toBe(before);
  });
}

for (const width of [390, 800, 1280, 1600]) {
  test(`the reward axis has its numbers and its name beside each other, ${String(width)} px wide`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 844 });
    await new PlaygroundPage(page).open();
    const axis = page.getByRole('img', { name: /^Axis: reward/ });
    await expect(axis).toBeVisible();
    const { ticks, boxes } = await axis.evaluate((drawing) => ({
      ticks: drawing.querySelectorAll('g').length,
      boxes: Array.from(drawing.querySelectorAll('text'), (text) => {
        const { left, right, top, bottom } = text.getBoundingClientRect();
        return { left, right, top, bottom };
      }),
    }));
    // Where numbers would stand too close, every other tick has one.
    const numbers = boxes.length - 1;
    expect([ticks, Math.ceil(ticks / 2)]).toContain(numbers);
    const meeting = boxes.filter((one, place) =>
      boxes
        .slice(place + 1)
        .some(
          (other) =>
            one.left < other.right &&
            other.left < one.right &&
            one.top < other.bottom - 1 &&
            other.top < one.bottom - 1,
        ),
    );
    expect(meeting).toEqual([]);
    const edge = await axis.evaluate((drawing) => drawing.getBoundingClientRect().right);
    expect(Math.max(...boxes.map(({ right }) => right))).toBeLessThanOrEqual(edge);
  });
}

test('on a phone Play brings the verdict and the picture into view', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const playground = new PlaygroundPage(page);
  await playground.open();
  await page
    .getByRole('group', { name: 'Play again' })
    .getByRole('button', { name: 'Play', exact: true })
    .click();
  const verdict = page.getByRole('region', { name: 'Verdict' });
  await expect(verdict).toContainText('drafts are being written');
  await expect(verdict).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('region', { name: 'Sampling tree' })).toBeInViewport();
});

test('another prompt takes the recorded run away, its own brings it back, and the gallery opens any', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const recorded = page.getByRole('status').filter({ hasText: /^Recorded: / });
  const prompt = page.getByRole('textbox', { name: 'Prompt', exact: true });
  const asked = await prompt.inputValue();
  await expect(recorded).toBeVisible();
  await prompt.fill('What is rain?');
  await expect(recorded).toHaveCount(0);
  await playground.expectSentence('This is the plan');
  await prompt.fill(asked);
  await expect(recorded).toBeVisible();

  await page.getByRole('link', { name: 'Recorded runs' }).click();
  const open = page.getByRole('button', { name: /^Open: / });
  const name = (await open.nth(1).getAttribute('aria-label'))?.slice('Open: '.length) ?? '';
  await open.nth(1).click();
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
  await expect(playground.tree('PRS 8/8')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();

  // Kept, it is a run like any other.
  await page.getByRole('button', { name: 'Keep in Runs' }).click();
  await playground.expectState('finished');
  await expect(page).toHaveURL(/#\/run\//);
  await expect(playground.tree('PRS 8/8')).toBeVisible();
});

test('Run stands once in view, beside the picture or above it, and samples what is set up', async ({
  page,
}) => {
  test.setTimeout(RUN_TIMEOUT);
  const playground = new PlaygroundPage(page);
  await playground.open();
  await expect(playground.run).toHaveCount(1);
  await playground.setNumber('Budget N', 2);
  await playground.chooseArms(PRS);
  await page.setViewportSize({ width: 1000, height: 800 });
  await expect(playground.run).toHaveCount(1);
  await playground.run.click();
  await playground.expectState('running');
  await expect(page.getByText('live', { exact: true })).toBeVisible();
  await expect(page).toHaveURL(/#\/run\//);
  await page.setViewportSize({ width: 1280, height: 720 });
  await playground.stop.click();
  await playground.expectState('stopped');
});

for (const width of [390, 1280]) {
  test(`words in the picture open the node that they name, ${String(width)} px wide`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 844 });
    const playground = new PlaygroundPage(page);
    await playground.open();
    const picture = playground.tree('PRS 4/4');
    const tree = page.getByRole('button', { name: 'Tree', exact: true });
    for (const [words, name] of [
      [/^[\d.]+ winner/, await playground.winner('PRS 4/4')],
      [/^[\d.]+ anchor$/, 'Draft 3'],
      [/^✎ Feedback on Draft 3$/, 'Feedback'],
    ] as const) {
      await picture.locator('text').filter({ hasText: words }).click();
      await expect(playground.node.getByRole('heading', { name, exact: true })).toBeVisible();
      if (width < 500) await tree.click();
    }
  });
}

test('a split that a recorded run lacks in part is said so, and a winner to be doubted where it may be', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const verdict = page.getByRole('region', { name: 'Verdict' });
  const panel = page.getByRole('group', { name: 'Split', exact: true });
  await expect(verdict).toContainText('a proxy for what people prefer');
  await panel.getByRole('button', { name: 'Self-Refine' }).click();
  await expect(verdict).toContainText(
    'Without PRS 1/1/1/1/1/1/1/1, which is sampled in part: PRand 8 wins',
  );
  await expect(panel).toContainText(/lacks \d+ texts: this run was recorded without/);
  await expect(panel.getByRole('button', { name: 'Run this split' })).toBeEnabled();
  await panel.getByRole('button', { name: 'Half and half' }).click();
  await expect(panel.getByRole('button', { name: 'Run this split' })).toHaveCount(0);
  await expect(verdict).not.toContainText('sampled in part');
  await expect(panel).not.toContainText('lacks');

  // Its winner begins with the words of the preference.
  await page.goto('/#/recorded/over-optimised');
  await expect(verdict).toContainText('may have been fooled, since the leading text repeats');
});

test('what is worth trying next starts when pressed: an arm more, and another seed, which stays set up', async ({
  page,
}) => {
  test.setTimeout(RUN_TIMEOUT);
  const playground = new PlaygroundPage(page);
  await playground.open();
  // So that Back leads to an address that tells no set-up.
  await page.goto('/#/recorded/first');
  const next = page.getByRole('group', { name: 'Try next' });
  const prand = page.getByRole('checkbox', { name: 'PRand', exact: true });

  // What the run has drawn is there at once.
  await expect(playground.tree('PRand 8')).toBeVisible();
  await prand.uncheck();
  await next.getByRole('button', { name: 'Add PRand' }).click();
  await expect(playground.tree('PRand 8')).toBeVisible();
  await playground.expectState('idle');

  await next.getByRole('button', { name: 'Add PRS without feedback' }).click();
  await playground.expectState('running');
  await expect(playground.tree('PRS without feedback 4/4')).toBeVisible();
  await playground.stop.click();
  await playground.expectState('stopped');

  await next.getByRole('button', { name: 'Run a new seed' }).click();
  await playground.expectState('running');
  await playground.stop.click();
  await playground.expectState('stopped');
  const seed = page.getByRole('spinbutton', { name: 'Seed', exact: true });
  const sampled = await seed.inputValue();
  expect(sampled).not.toBe('42');
  await expect(page.getByRole('main')).toContainText(`seed ${sampled}`);
  await page.reload();
  await playground.expectState('stopped');
  await page.goBack();
  await expect(page).toHaveURL(/#\/(\?.*)?$/);
  await expect(seed).toHaveValue(sampled);
});
