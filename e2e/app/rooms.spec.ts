import { expect, test, type Page } from '@playwright/test';

/** Every screen but the playground, whose panes fill the page, with the heading that comes first in it. */
const ROOMS = [
  { path: '/#/recorded', heading: 'Recorded runs' },
  { path: '/#/runs', heading: 'Runs' },
  { path: '/#/studies', heading: 'Studies' },
  { path: '/#/models', heading: 'This browser' },
  { path: '/#/beside/recorded:first', heading: 'Two runs beside each other' },
] as const;

async function startOf(page: Page, name: string, level: number): Promise<number> {
  const box = await page.getByRole('heading', { name, level, exact: true }).boundingBox();
  if (box === null) throw new Error(`The heading ${name} has no place.`);
  return box.x;
}

for (const [width, height] of [
  [1280, 720],
  [390, 844],
] as const)
  test(`every room begins where the page’s name does, at ${String(width)} px`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const starts: number[] = [];
    for (const { path, heading } of ROOMS) {
      await page.goto(path);
      await expect(page.getByRole('heading', { name: heading, exact: true })).toBeVisible();
      starts.push(await startOf(page, heading, 2));
    }
    const brand = await startOf(page, 'PRS Playground', 1);
    expect(starts).toEqual(ROOMS.map(() => brand));
  });
