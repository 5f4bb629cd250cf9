import { expect, test } from '@playwright/test';
import { PlaygroundPage } from './playground-page.ts';

for (const width of [390, 1280]) {
  test(`what the arms cost is read without scrolling sideways, ${String(width)} px wide`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    const playground = new PlaygroundPage(page);
    await playground.open();
    const cost = page.getByRole('region', { name: 'Accounts' });
    await expect(cost).toBeVisible();
    await cost.locator('summary').click();
    const frames = cost.getByRole('group', { name: /^Table of/ });
    await expect(frames).toHaveCount(3);
    for (const frame of await frames.all()) {
      const beyond = await frame.evaluate((box) => box.scrollWidth - box.clientWidth);
      expect(beyond, (await frame.getAttribute('aria-label')) ?? '').toBe(0);
    }
    // Each as if it ran alone; PRand and PRS share drafts.
    const calls = async (arm: string) => Number(await playground.account(arm, 'Calls'));
    const alone = (await calls('PRS 4/4')) + (await calls('PRand 8')) + (await calls('Rand 8'));
    expect(await calls('Together')).toBe(alone - 4);
    expect(await playground.account('PRS 4/4', 'Feedback')).toBe('1');
    expect(await playground.account('Rand 8', 'Scoring time')).not.toBe('');
  });
}
