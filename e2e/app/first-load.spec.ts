import { gzipSync } from 'node:zlib';
import { expect, test, type Page, type Response } from '@playwright/test';
import { PlaygroundPage, RUN_TIMEOUT } from './playground-page.ts';

test.describe.configure({ timeout: RUN_TIMEOUT });

/** What a first visit may fetch, in bytes as gzip sends them. */
const BUDGET = { js: 325_000, css: 12_000 } as const;

/** Words that are in every engine's code and nowhere else. */
const ENGINE_WORDS = /TVMFFI|_prs_load_model/;

/** Everything that a page and its workers fetch, and everything that goes wrong on it, from now on. */
function watch(page: Page) {
  const urls: URL[] = [];
  const responses: Promise<Response | null>[] = [];
  const complaints: string[] = [];
  page.context().on('request', (request) => {
    urls.push(new URL(request.url()));
    responses.push(request.response());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', ({ message }) => complaints.push(message));
  return { urls, responses, complaints };
}

/** Waits until the page has been idle and everything that it asked for by then is there. */
async function expectSettled(
  page: Page,
  responses: readonly Promise<Response | null>[],
): Promise<void> {
  let asked = -1;
  while (responses.length > asked) {
    asked = responses.length;
    await Promise.all(responses.map(async (response) => (await response)?.finished()));
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  }
}

test('a first visit fetches the page and no engine, within its budget', async ({ page }) => {
  const { urls, responses, complaints } = watch(page);
  await page.goto('/');
  await expect(page.getByRole('combobox', { name: 'Model' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeEnabled();
  await expectSettled(page, responses);

  const paths = urls.map(({ pathname }) => pathname);
  expect(paths.length).toBeGreaterThan(3);
  expect(paths.filter((path) => /worker|wasm|\.gguf$|\.bin$|tokenizer/.test(path))).toEqual([]);
  expect(paths.filter((path) => path.startsWith('/models/'))).toContain('/models/embedded.json');
  expect(new Set(paths.filter((path) => path.startsWith('/models/'))).size).toBe(1);

  const sizes = { js: 0, css: 0 };
  const fetched = (await Promise.all(responses)).filter((response) => response !== null);
  const files = new Map(fetched.map((response) => [new URL(response.url()).pathname, response]));
  for (const [path, response] of files) {
    expect(response.ok(), path).toBe(true);
    const kind = /\.(js|css)$/.exec(path)?.[1];
    if (kind !== 'js' && kind !== 'css') continue;
    const body = await response.body();
    expect(body.toString(), path).not.toMatch(ENGINE_WORDS);
    sizes[kind] += gzipSync(body).length;
  }
  console.log(`first load: ${String(sizes.js)} bytes of JS, ${String(sizes.css)} of CSS, as gzip`);
  expect(sizes.js).toBeGreaterThan(50_000);
  expect(sizes.css).toBeGreaterThan(1_000);
  expect(sizes.js).toBeLessThanOrEqual(BUDGET.js);
  expect(sizes.css).toBeLessThanOrEqual(BUDGET.css);
  expect(complaints).toEqual([]);
});

test('a whole run fetches the engine and the model from the same origin, and nothing else', async ({
  page,
}) => {
  const { urls, responses, complaints } = watch(page);
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.limitTokens(8, 8);
  await playground.setNumber('Budget N', 1);
  await playground.chooseArms('PRand');
  await playground.run.click();
  await playground.expectState('finished');
  await playground.show('Models');
  await expect(page.getByRole('region', { name: 'This browser' })).toBeVisible();
  await playground.show('Runs');
  await expect(page.getByRole('region', { name: 'Runs' })).toBeVisible();

  const { origin } = new URL(page.url());
  // A blob's address begins with the origin that made it.
  expect(urls.filter((url) => url.origin !== origin).map(String)).toEqual([]);
  const paths = urls.map(({ pathname }) => pathname);
  expect(paths.some((path) => path.endsWith('.gguf'))).toBe(true);
  expect(paths.some((path) => path.includes('webllm'))).toBe(false);
  const worker = (await Promise.all(responses)).find((response) =>
    response?.url().includes('llama-cpp.worker'),
  );
  expect(await worker?.text(), 'the words that tell an engine').toMatch(ENGINE_WORDS);
  expect(complaints).toEqual([]);
});
