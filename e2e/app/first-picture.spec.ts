import { expect, test, type Page } from '@playwright/test';
import { PlaygroundPage } from './playground-page.ts';

const DRAWN_WITH_THE_PAGE = '#root > [inert]';

/** The page without its code. */
async function openWithoutCode(page: Page): Promise<readonly string[]> {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.route(/\.js$/, (route) => route.abort());
  await page.goto('/');
  return complaints;
}

/** Where the dots of the first arm stand in the window, in whole CSS pixels. */
async function placesOfDots(page: Page): Promise<readonly (readonly [number, number])[]> {
  return page.evaluate(() =>
    Array.from(
      document.querySelectorAll('[aria-label="Sampling tree of PRS 4/4"] [data-node^="draft"]'),
      (dot) => {
        const { x, y } = dot.getBoundingClientRect();
        return [Math.round(x), Math.round(y)] as const;
      },
    ),
  );
}

test('the recorded run is seen before any of the page’s code has come, and stays where it is', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  const complaints = await openWithoutCode(page);
  await expect(page.getByText(/^-?[\d.]+ anchor$/)).toBeVisible();
  await expect(page.locator(DRAWN_WITH_THE_PAGE)).toHaveAttribute('aria-hidden', 'true');
  const before = await placesOfDots(page);
  expect(before).toHaveLength(4);
  // The policy of the page has nothing to say of it; the code was held back here.
  expect(complaints.filter((words) => !words.includes('ERR_FAILED'))).toEqual([]);
  await page.unrouteAll();
  await new PlaygroundPage(page).open();
  await expect(page.locator(DRAWN_WITH_THE_PAGE)).toHaveCount(0);
  await expect(page.getByRole('button', { name: /, anchor/ }).first()).toBeVisible();
  const after = await placesOfDots(page);
  for (const [place, [x, y]] of after.entries()) {
    expect(Math.abs(x - (before[place]?.[0] ?? 0)), 'across').toBeLessThanOrEqual(3);
    expect(Math.abs(y - (before[place]?.[1] ?? 0)), 'down').toBeLessThanOrEqual(40);
  }
});

test('a narrow first visit sees it as wide as its window', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openWithoutCode(page);
  const tree = page.locator('[aria-label="Sampling tree of PRS 4/4"]');
  await expect(tree).toBeVisible();
  expect((await tree.boundingBox())?.width).toBe(358);
});

test('who has set something up, or follows an address, sees none of it', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await page.getByRole('textbox', { name: 'Prompt' }).fill('Why is the sky blue?');
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('prs-playground.form')))
    .not.toBeNull();
  await openWithoutCode(page);
  await expect(page.locator(DRAWN_WITH_THE_PAGE)).toHaveCount(0);
  await page.evaluate(() => {
    localStorage.clear();
  });
  await page.goto('/#/runs');
  await page.reload();
  await expect(page.locator(DRAWN_WITH_THE_PAGE)).toHaveCount(0);
});
