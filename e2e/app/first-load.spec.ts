import { gzipSync } from 'node:zlib';
import { expect, test, type Page, type Response } from '@playwright/test';
import { PlaygroundPage, RUN_TIMEOUT } from './playground-page.ts';

test.describe.configure({ timeout: RUN_TIMEOUT });

/**
 * What a first visit may fetch, in bytes as gzip sends them. `first`: until the recorded run is drawn and the set-up can be
 * used, down to its fields, its splits and Run. `idle`: what the browser fetches after that, unasked, when it has nothing to
 * do; whoever needs it before waits for it.
 */
const BUDGET = {
  first: { js: 200_000, css: 12_000 },
  idle: { js: 130_000, css: 1_000 },
} as const;

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
    const isUnused = message.text().includes('preloaded using link preload but not used');
    if (message.type() === 'error' || isUnused) complaints.push(message.text());
  });
  page.on('pageerror', ({ message }) => complaints.push(message));
  return { urls, responses, complaints };
}

/** No time is idle on the page until it is told that some is: what it fetches before, it needs. */
async function holdIdleTime(page: Page): Promise<{ readonly release: () => Promise<void> }> {
  await page.addInitScript(() => {
    const ask = window.requestIdleCallback.bind(window);
    let waiting: IdleRequestCallback[] | null = [];
    window.requestIdleCallback = (callback) => waiting?.push(callback) ?? ask(callback);
    addEventListener('idle-time', () => {
      waiting?.forEach((callback) => ask(callback));
      waiting = null;
    });
  });
  return {
    release: () =>
      page.evaluate(() => {
        dispatchEvent(new Event('idle-time'));
      }),
  };
}

/** Waits until everything that the page has asked for is there, and nothing more is asked for. */
async function expectSettled(
  page: Page,
  responses: readonly Promise<Response | null>[],
): Promise<void> {
  let asked = -1;
  while (responses.length > asked) {
    asked = responses.length;
    await Promise.all(responses.map(async (response) => (await response)?.finished()));
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          setTimeout(() => requestAnimationFrame(resolve), 200);
        }),
    );
  }
}

/** The first picture, and the form in use. */
async function expectDrawnAndUsable(page: Page): Promise<void> {
  const playground = new PlaygroundPage(page);
  await expect(page.getByRole('combobox', { name: 'Model' })).toBeVisible();
  await playground.expectSentence(/^Recorded: /);
  expect((await playground.rewards('PRS 4/4')).size).toBe(8);
  await expect(page.getByRole('region', { name: 'Verdict' })).toContainText('PRS 4/4');
  await playground.setDrafts(2);
  await expect(playground.tree('PRS 2/6')).toBeVisible();
  await playground.setNumber('Seed', 43);
  const preference = page.getByRole('textbox', { name: 'Preference' });
  await preference.fill('In two sentences, with an example.');
  await page.getByRole('textbox', { name: 'Prompt' }).fill('Why is the sky blue?');
  await expect(preference).toHaveValue('In two sentences, with an example.');
  await expect(page.getByRole('form', { name: 'Set-up' })).toContainText('Will take');
  await expect(playground.run).toBeEnabled();
}

/** Bytes as gzip sends them, of each kind of file. */
async function sizesOf(responses: readonly Response[]): Promise<{ js: number; css: number }> {
  const sizes = { js: 0, css: 0 };
  for (const response of responses) {
    const path = new URL(response.url()).pathname;
    expect(response.ok(), path).toBe(true);
    const kind = /\.(js|css)$/.exec(path)?.[1];
    if (kind !== 'js' && kind !== 'css') continue;
    const body = await response.body();
    expect(body.toString(), path).not.toMatch(ENGINE_WORDS);
    sizes[kind] += gzipSync(body).length;
  }
  return sizes;
}

/** The answer for each address that is there by now. */
async function fetchedBy(
  responses: readonly Promise<Response | null>[],
): Promise<ReadonlyMap<string, Response>> {
  const fetched = (await Promise.all(responses)).filter((response) => response !== null);
  return new Map(fetched.map((response) => [response.url(), response]));
}

test('a first visit fetches the page and no engine, within its budget', async ({ page }) => {
  const idleTime = await holdIdleTime(page);
  const { urls, responses, complaints } = watch(page);
  await page.goto('/');
  await expectDrawnAndUsable(page);
  await expectSettled(page, responses);
  const first = await fetchedBy(responses);

  await idleTime.release();
  await expect(
    page.getByRole('list', { name: 'What is measured of the preference' }),
  ).toContainText('2 sentences');
  await expectSettled(page, responses);
  const idle = [...(await fetchedBy(responses))].filter(([url]) => !first.has(url));

  const paths = urls.map(({ pathname }) => pathname);
  expect(paths.length).toBeGreaterThan(3);
  expect(paths.filter((path) => /worker|wasm|\.gguf$|\.bin$|tokenizer/.test(path))).toEqual([]);
  expect(paths.filter((path) => path.startsWith('/models/'))).toContain('/models/embedded.json');
  expect(new Set(paths.filter((path) => path.startsWith('/models/'))).size).toBe(1);

  const sizes = {
    first: await sizesOf([...first.values()]),
    idle: await sizesOf(idle.map(([, response]) => response)),
  };
  for (const [when, { js, css }] of Object.entries(sizes))
    console.log(`${when}: ${String(js)} bytes of JS, ${String(css)} of CSS, as gzip`);
  expect(sizes.first.js).toBeGreaterThan(50_000);
  expect(sizes.first.css).toBeGreaterThan(1_000);
  expect(sizes.idle.js).toBeGreaterThan(1_000);
  for (const when of ['first', 'idle'] as const) {
    expect(sizes[when].js, when).toBeLessThanOrEqual(BUDGET[when].js);
    expect(sizes[when].css, when).toBeLessThanOrEqual(BUDGET[when].css);
  }
  expect(complaints).toEqual([]);
});

test('a whole run fetches the engine and the model from the same origin, and nothing else', async ({
  page,
}) => {
  // Run doesn't wait for idle time: it fetches what it needs.
  await holdIdleTime(page);
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

  // Who has a run of their own fetches none that comes with the page.
  const again = watch(page);
  await page.goto('/');
  await expect(playground.run).toBeEnabled();
  await expectSettled(page, again.responses);
  expect(again.urls.filter(({ pathname }) => pathname.includes('/recorded/'))).toEqual([]);
  expect(complaints).toEqual([]);
});
