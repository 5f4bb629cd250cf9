import { expect, test, type Page } from '@playwright/test';
import { PlaygroundPage } from './playground-page.ts';

/** What the faces may weigh together, in bytes as they are sent. */
const BUDGET = 60_000;

/** How far something may be moved, in CSS pixels, where a face takes the place of its stand-in. */
const UNSEEN = 6;

/** Where the parts of the page begin. */
async function placesOf(page: Page): Promise<readonly number[]> {
  const parts = [
    page.getByRole('button', { name: 'Run', exact: true }),
    page.getByRole('region', { name: 'Verdict' }),
    page.getByRole('group', { name: 'Layout' }),
    ...(await page.getByRole('group', { name: /^Sampling tree of/ }).all()),
    page.getByRole('region', { name: 'Node' }),
  ];
  const boxes = await Promise.all(parts.map((part) => part.boundingBox()));
  return boxes.flatMap((box) => (box === null ? [] : [box.x, box.y]));
}

test('the page brings its own faces, and neither waits for them nor jumps when they come', async ({
  page,
}) => {
  let release = (): void => undefined;
  const isWanted = new Promise<void>((resolve) => {
    release = resolve;
  });
  const sizes = new Map<string, number>();
  await page.route('**/*.woff2', async (route) => {
    await isWanted;
    const response = await route.fetch();
    sizes.set(route.request().url(), (await response.body()).length);
    await route.fulfill({ response });
  });
  const playground = new PlaygroundPage(page);
  await page.goto('/', { waitUntil: 'commit' });
  await expect(playground.tree('PRS 4/4')).toBeVisible();
  await expect(playground.run).toBeEnabled();
  const before = await placesOf(page);
  expect(await page.evaluate(() => document.fonts.status)).toBe('loading');

  release();
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
  const after = await placesOf(page);
  expect(after).toHaveLength(before.length);
  const moved = after.map((place, index) => Math.abs(place - (before[index] ?? Number.NaN)));
  expect(Math.max(...moved), JSON.stringify({ before, after })).toBeLessThanOrEqual(UNSEEN);

  const { origin } = new URL(page.url());
  expect([...sizes.keys()].filter((url) => !url.startsWith(origin))).toEqual([]);
  expect([...sizes.values()].reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(BUDGET);
});
