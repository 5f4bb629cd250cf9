import { expect, test, type Page } from '@playwright/test';
import { PlaygroundPage } from './playground-page.ts';

interface Middle {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** Where every response's disc or star is seen, in both pictures by the same names. */
function middles(page: Page): Promise<readonly Middle[]> {
  return page.locator('[data-arm] [data-radius]').evaluateAll((dots) =>
    dots.flatMap((dot) => {
      const outline = dot.querySelector('path[pathLength]');
      if (outline === null) return [];
      const { left, right, top, bottom } = outline.getBoundingClientRect();
      const arm = dot.closest('[data-arm]')?.getAttribute('data-arm') ?? '';
      const name = `${arm}/${dot.getAttribute('data-node') ?? ''}`;
      return [{ name, x: (left + right) / 2, y: (top + bottom) / 2 }];
    }),
  );
}

/** How far each of them is from where it was, in CSS pixels. */
function distances(from: readonly Middle[], to: readonly Middle[]): readonly number[] {
  const before = new Map(from.map((dot) => [dot.name, dot]));
  return to.map(({ name, x, y }) => {
    const dot = before.get(name);
    return dot === undefined ? Number.NaN : Math.hypot(x - dot.x, y - dot.y);
  });
}

/** Whatever is animated from now on stands still where it begins, so that no clock decides what is seen. */
async function holdAnimations(page: Page): Promise<void> {
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
  const browser = await page.context().newCDPSession(page);
  await browser.send('Animation.enable');
  await browser.send('Animation.setPlaybackRate', { playbackRate: 0 });
}

async function endAnimations(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const animation of document.getAnimations())
      if (animation.id === 'travel') animation.finish();
  });
}

async function travelling(page: Page): Promise<number> {
  return page.evaluate(() => document.getAnimations().filter(({ id }) => id === 'travel').length);
}

test('another layout begins with the dots where they were, and ends with them in their places', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  const layout = page.getByRole('group', { name: 'Layout' });
  await playground.open();
  await expect(playground.tree('PRS 4/4')).toBeVisible();
  // What moves them is fetched when the page stands, as “Keys” is.
  await expect(page.getByRole('button', { name: 'Keys ?' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  await holdAnimations(page);
  for (const name of ['Order', 'Reward']) {
    const before = await middles(page);
    await layout.getByRole('button', { name }).click();
    await expect.poll(() => travelling(page), name).toBe(before.length);
    const begun = distances(before, await middles(page));
    expect(begun).toHaveLength(before.length);
    expect(Math.max(...begun), `${name}: ${begun.join(' ')}`).toBeLessThan(2);
    await endAnimations(page);
    const ended = distances(before, await middles(page));
    expect(ended.filter((distance) => distance > 10).length, name).toBeGreaterThan(8);
  }
});

test('nothing moves where motion isn’t wanted', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const playground = new PlaygroundPage(page);
  await playground.open();
  await expect(playground.tree('PRS 4/4')).toBeVisible();
  await holdAnimations(page);
  await page.keyboard.press('l');
  await expect(page.getByRole('group', { name: 'Zoom' }).first()).toBeVisible();
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      }),
  );
  expect(await travelling(page)).toBe(0);
});
