import { expect, test, type Page } from '@playwright/test';
import { HOSTILE_NAME, HOSTILE_TEXTS, hostileRunFile } from './hostile-run.ts';
import { LibraryPage } from './library-page.ts';
import { PlaygroundPage } from './playground-page.ts';
import { watchPage } from './watch-page.ts';

function isOwned(page: Page): Promise<boolean> {
  return page.evaluate(() => 'owned' in window);
}

test('the page is served with its policy, in headers and in itself', async ({ page }) => {
  const response = await page.goto('/');
  const headers = response?.headers() ?? {};
  const policy = headers['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/'unsafe-(inline|eval|hashes)'/);
  expect(headers['x-content-type-options']).toBe('nosniff');
  const inPage = await page
    .locator('meta[http-equiv="Content-Security-Policy"]')
    .getAttribute('content');
  expect(policy).toBe(`${inPage ?? ''}; frame-ancestors 'none'`);
});

test('a hostile run file is shown as text, in every pane, and executes nothing', async ({
  page,
}) => {
  const { happened } = watchPage(page);
  const library = new LibraryPage(page);
  await library.open();
  await library.import(await hostileRunFile());
  await library.button('Open', HOSTILE_NAME).click();
  await expect(page.getByRole('heading', { name: HOSTILE_NAME })).toBeVisible();
  const playground = new PlaygroundPage(page);
  for (const name of ['Draft 1', 'Draft 2', 'Feedback', 'Refinement 1']) {
    await playground.openNode('PRS 2/2', name);
    await expect(await playground.view('Text')).toContainText(/owned=1|evil\.test/);
  }
  // The two scripts of index.html, and nothing that came with the file.
  expect(await page.locator('script:not([src]), iframe, base, img[src="x"]').count()).toBe(2);
  expect(happened).toEqual([]);
  expect(await isOwned(page)).toBe(false);
});

test('a hostile address executes nothing', async ({ page }) => {
  const { happened } = watchPage(page);
  for (const text of HOSTILE_TEXTS) {
    for (const address of [
      `/#/run/${encodeURIComponent(text)}`,
      `/?${encodeURIComponent(text)}#/${text}`,
    ]) {
      await page.goto(address);
      await expect(page.getByRole('banner')).toBeVisible();
    }
  }
  await page.goto('/#javascript:window.owned=1');
  expect(happened).toEqual([]);
  expect(await isOwned(page)).toBe(false);
});

test('what got into the page all the same would be refused', async ({ page }) => {
  const { happened } = watchPage(page);
  await page.goto('/');
  await page.evaluate(
    (texts) => {
      const script = document.createElement('script');
      script.textContent = 'window.owned = 1';
      document.body.append(script);
      for (const text of texts) {
        const place = document.createElement('div');
        place.innerHTML = text;
        document.body.append(place);
      }
      try {
        Reflect.construct(Function, ['window.owned = 1']);
      } catch {
        // Refused, as it should be.
      }
      // A page that sends itself elsewhere is no script: no policy refuses it.
    },
    HOSTILE_TEXTS.filter((text) => !text.includes('refresh')),
  );
  await expect.poll(() => happened.length).toBeGreaterThan(3);
  expect(happened.filter((what) => what.startsWith('asked'))).toEqual([]);
  expect(await isOwned(page)).toBe(false);
});
