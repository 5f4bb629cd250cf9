import { expect, test, type Page } from '@playwright/test';
import { z } from 'zod';
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

/** Where the drafts of the first arm stood in the window, in whole CSS pixels: one entry for every frame that moved one. */
async function placesInEveryFrame(page: Page) {
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { placesOfDrafts: seen });
    const look = () => {
      const dots = document.querySelectorAll(
        '[aria-label="Sampling tree of PRS 4/4"] [data-node^="draft"]',
      );
      const places = Array.from(dots, (dot) => {
        const { x, y } = dot.getBoundingClientRect();
        return [Math.round(x), Math.round(y)];
      });
      const now = JSON.stringify(places);
      if (places.length > 0 && now !== seen.at(-1)) seen.push(now);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  return async (): Promise<readonly (readonly [number, number])[][]> => {
    const seen = z.array(z.string()).parse(await page.evaluate('placesOfDrafts'));
    return seen.map((places) =>
      z.array(z.tuple([z.number(), z.number()])).parse(JSON.parse(places)),
    );
  };
}

test('the recorded run is seen before any of the page’s code has come, and stays where it is', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  const places = await placesInEveryFrame(page);
  const complaints = await openWithoutCode(page);
  await expect(page.getByText(/^-?[\d.]+ anchor$/)).toBeVisible();
  await expect(page.locator(DRAWN_WITH_THE_PAGE)).toHaveAttribute('aria-hidden', 'true');
  const before = (await places()).at(-1) ?? [];
  expect(before).toHaveLength(4);
  // The policy of the page has nothing to say of it; the code was held back here.
  expect(complaints.filter((words) => !words.includes('ERR_FAILED'))).toEqual([]);
  await page.unrouteAll();
  await new PlaygroundPage(page).open();
  await expect(page.locator(DRAWN_WITH_THE_PAGE)).toHaveCount(0);
  await expect(page.getByRole('button', { name: /, anchor/ }).first()).toBeVisible();
  // In every frame of this visit: a dot that travelled to its place on the way would be seen.
  for (const [place, [x, y]] of (await places()).flatMap((dots) => [...dots.entries()])) {
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
