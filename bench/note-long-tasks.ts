import type { Page } from '@playwright/test';

/** From now on the page notes each task over 50 ms, as long as it took, by the name “held up” among its measures. */
export async function noteLongTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        performance.measure('held up', { start: 0, duration });
      }
    }).observe({ type: 'longtask' });
  });
}
