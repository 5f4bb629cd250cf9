import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { build, preview, type PreviewServer } from 'vite';

/** Beside the ports of the product and of the engines' page. */
const port = Number(process.env.E2E_PORT ?? 4300) + 2;
const gallery = `http://localhost:${String(port)}/`;
let server: PreviewServer;

// Every state of every pane, one after another.
test.describe.configure({ timeout: 600_000 });

test.beforeAll(async () => {
  // Built: a page of the development server loads itself anew where it meets a package that it hadn't foreseen.
  const config = { configFile: 'e2e/gallery/vite.config.ts', logLevel: 'error' } as const;
  await build(config);
  server = await preview({ ...config, preview: { port, strictPort: true } });
});

test.afterAll(() => server.close());

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('no state of any pane has a barrier or an error', async ({ page }) => {
      const complaints: string[] = [];
      page.on('pageerror', ({ message }) => complaints.push(message));
      await page.goto(gallery);
      const links = page.getByRole('link');
      await expect(links.first()).toBeVisible();
      const names = await links.allInnerTexts();
      expect(names.length).toBeGreaterThan(20);
      for (const name of names) {
        await page.goto(`${gallery}#${encodeURIComponent(name)}`);
        // Found as it is written: an open dialog keeps all behind it from assistive technology.
        const heading = page.locator('h1').getByText(name, { exact: true });
        await expect(heading).toBeVisible();
        await page.locator('details').evaluateAll((parts) => {
          for (const part of parts) part.setAttribute('open', '');
        });
        const results = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze();
        const found = results.violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
        );
        expect(found, name).toEqual([]);
      }
      expect(complaints).toEqual([]);
    });
  });
}
