import { expect, test } from '@playwright/test';
import { fillStorage, load, webllmAt } from './broken-models.ts';
import { openHarness } from './open-harness.ts';

const FAILURES = [
  ['a shard is missing', { weights: 'without/params_shard_1.bin/' }, 'weights-not-found'],
  [
    'its configuration is missing',
    { weights: 'without/mlc-chat-config.json/' },
    'weights-not-found',
  ],
  ['its library is missing', { library: 'webllm/nothing.wasm' }, 'library-not-found'],
  ['its library was built for another version', { library: 'wrong.wasm' }, 'library-mismatch'],
  ['its library is no library', { library: 'models/embedded.json' }, 'library-mismatch'],
  ['the connection is cut', { weights: 'cut-off/' }, 'connection-lost'],
] as const;

for (const [what, addresses, kind] of FAILURES) {
  test(`WebLLM says what to do when ${what}`, async ({ browser }) => {
    const page = await openHarness(browser);
    const outcome = await load(page, webllmAt(page, addresses));
    expect(outcome).toMatchObject({ loaded: false, kind });
    await page.context().close();
  });
}

test('WebLLM says what to do when the network is gone', async ({ browser }) => {
  const page = await openHarness(browser);
  const source = webllmAt(page, {});
  // The worker's own code was not fetched yet; the model is what can't be reached.
  await page.context().route('**/models/**', (route) => route.abort('internetdisconnected'));
  const outcome = await load(page, source);
  expect(outcome).toMatchObject({ loaded: false, kind: 'connection-lost' });
  await page.context().close();
});

test('WebLLM says what to do when storage is full', async ({ browser }) => {
  const page = await openHarness(browser);
  await fillStorage(page);
  const outcome = await load(page, webllmAt(page, {}));
  expect(outcome).toMatchObject({ loaded: false, kind: 'storage-full' });
  await page.context().close();
});

test('WebLLM can be cancelled while it loads, and loads afterwards from what was kept', async ({
  browser,
}) => {
  const page = await openHarness(browser);
  const source = webllmAt(page, {});
  const cancelled = await page.evaluate(
    (one) => window.harness.cancelLoadAt(one, 'load-from-cache'),
    source,
  );
  expect(cancelled).toMatchObject({ loaded: false, message: 'cancelled by the test' });
  await expect.poll(() => page.workers().length).toBe(0);
  const outcome = await load(page, source);
  if (!outcome.loaded) throw new Error(outcome.message);
  const stages = new Set(outcome.progress.map(({ stage }) => stage));
  expect([...stages]).toEqual(
    expect.arrayContaining(['load-from-cache', 'compile-shaders', 'start']),
  );
  await page.context().close();
});
