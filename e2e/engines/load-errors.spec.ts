import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { fillStorage, ggufAt, load, webllmAt } from './broken-models.ts';
import { openHarness } from './open-harness.ts';

test('WebLLM says what to do where there is no graphics adapter', async ({ browser }) => {
  const page = await openHarness(browser);
  const outcome = await load(page, webllmAt(page, {}));
  expect(outcome).toMatchObject({ loaded: false, kind: 'no-adapter' });
  await page.context().close();
});

test('llama.cpp says what to do when a GGUF is missing, cut off, or none', async ({ browser }) => {
  const page = await openHarness(browser);
  const notThere = await load(page, ggufAt(page, 'without/SmolLM2-135M-Instruct.Q8_0.gguf/'));
  const cut = await load(page, ggufAt(page, 'cut-off/'));
  const text = await page.evaluate(() => window.harness.loadFile('notes.gguf', [72, 105, 10, 10]));
  const address = new URL('models/embedded.json', page.url()).href;
  const other = await load(page, { kind: 'gguf-address', url: address });
  expect(notThere).toMatchObject({ loaded: false, kind: 'weights-not-found' });
  expect(cut).toMatchObject({ loaded: false, kind: 'connection-lost' });
  expect(text).toMatchObject({ loaded: false, kind: 'not-a-model' });
  expect(other).toMatchObject({ loaded: false, kind: 'not-a-model' });
  await page.context().close();
});

test('llama.cpp says what to do when storage is full', async ({ browser }) => {
  const page = await openHarness(browser);
  await fillStorage(page);
  const outcome = await load(page, ggufAt(page, ''));
  expect(outcome).toMatchObject({ loaded: false, kind: 'storage-full' });
  await page.context().close();
});

test('llama.cpp says what to do when a GGUF is damaged', async ({ browser }) => {
  const page = await openHarness(browser);
  const head = readFileSync('public/models/SmolLM2-135M-Instruct.Q8_0.gguf').subarray(0, 4000);
  const outcome = await page.evaluate(
    (bytes) => window.harness.loadFile('damaged.gguf', bytes),
    [...head],
  );
  expect(outcome).toMatchObject({ loaded: false, kind: 'load-failed' });
  await page.context().close();
});

test('llama.cpp fetches a GGUF again that came damaged', async ({ browser }) => {
  const page = await openHarness(browser);
  let fetched = 0;
  page.context().on('response', (response) => {
    if (response.url().includes('/damaged/') && response.request().method() === 'GET') fetched += 1;
  });
  const source = ggufAt(page, 'damaged/');
  const outcome = await load(page, source);
  const fetchedOnce = fetched;
  await load(page, source);
  if (outcome.loaded) throw new Error('a piece of a model was loaded');
  expect(outcome.message).toContain('was not kept');
  expect(fetchedOnce).toBeGreaterThan(0);
  expect(fetched).toBe(2 * fetchedOnce);
  await page.context().close();
});

test('two tabs that load a GGUF for the first time at once share its download', async ({
  browser,
}) => {
  const page = await openHarness(browser);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.waitForFunction(() => 'harness' in window);
  let fetched = 0;
  page.context().on('response', (response) => {
    if (response.url().includes('.gguf') && response.request().method() === 'GET') fetched += 1;
  });
  const source = { kind: 'embedded', engine: 'llama-cpp' } as const;
  const outcomes = await Promise.all([load(page, source), load(other, source)]);
  expect(outcomes).toMatchObject([{ loaded: true }, { loaded: true }]);
  expect(fetched).toBe(1);
  await page.context().close();
});

test('llama.cpp can be cancelled while it loads, and keeps what it fetched', async ({
  browser,
}) => {
  const page = await openHarness(browser);
  const source = ggufAt(page, '');
  const cancelled = await page.evaluate(
    (one) => window.harness.cancelLoadAt(one, 'download'),
    source,
  );
  expect(cancelled).toMatchObject({ loaded: false, message: 'cancelled by the test' });
  await expect.poll(() => page.workers().length).toBe(0);
  const first = await load(page, source);
  await page.evaluate(() => window.harness.unload());
  await expect.poll(() => page.workers().length).toBe(0);
  const second = await load(page, source);
  if (!first.loaded || !second.loaded) throw new Error('not loaded');
  expect(first.progress.map(({ stage }) => stage)).toContain('download');
  expect(second.progress.map(({ stage }) => stage)).not.toContain('download');
  await page.context().close();
});
