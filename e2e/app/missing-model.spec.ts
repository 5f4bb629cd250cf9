import { expect, test, type Page } from '@playwright/test';
import { cutDownloads, GGUF, hideDownloads } from './failing-download.ts';
import { PlaygroundPage, RUN_TIMEOUT } from './playground-page.ts';

test.describe.configure({ timeout: RUN_TIMEOUT });

/** One short response of the embedded model, or several. */
async function setUpRun(page: Page, budget: number, maxTokens: number): Promise<PlaygroundPage> {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.limitTokens(maxTokens, 8);
  await playground.setNumber('Budget N', budget);
  await playground.chooseArms('PRand');
  return playground;
}

/** The run that failed before works now, without a reload. */
async function expectRunWorks(playground: PlaygroundPage): Promise<void> {
  await playground.run.click();
  await playground.expectState('finished');
  await playground.expectSentence('Finished: 1 of 1 texts');
  expect((await playground.rewards('PRand 1')).size).toBe(1);
}

test('without the embedded model the page says what is missing, and runs one from disk', async ({
  page,
  context,
}) => {
  await context.route('**/models/embedded.json', (route) => route.fulfill({ status: 404 }));
  const playground = await setUpRun(page, 1, 8);
  await playground.expectState('idle');
  const model = page.getByRole('combobox', { name: 'Model' });
  await expect(model).toHaveAccessibleDescription(
    /small model that comes along is missing.*models\/embedded\.json.*npm start.*from disk/,
  );
  await expect(playground.run).toBeDisabled();

  await page.getByRole('link', { name: /or from disk/ }).click();
  await page.getByRole('checkbox', { name: /can’t run/ }).check();
  await page.getByRole('textbox', { name: 'Find a model' }).fill('llama 3.2 1b');
  const offer = page.getByRole('listitem').filter({ hasText: 'Llama 3.2 1B' }).first();
  await expect(offer).toContainText('Can’t run here');
  await expect(offer).toContainText('Licence: Llama');
  await page.locator('summary', { hasText: 'A GGUF file by address' }).click();
  await expect(page.getByRole('textbox', { name: 'Address of the GGUF file' })).toBeVisible();
  await page.locator('summary', { hasText: 'A GGUF file from disk' }).click();
  await page.getByLabel('GGUF file, or all files of a split one').setInputFiles(GGUF);

  await playground.show('Playground');
  await expect(model.getByRole('option', { selected: true })).toContainText('SmolLM2');
  await expectRunWorks(playground);
});

test('a model that is not there fails in a sentence, and works once it is', async ({
  page,
  context,
}) => {
  const playground = await setUpRun(page, 1, 8);
  const mend = await hideDownloads(context);
  await playground.run.click();
  await playground.expectState('failed');
  await playground.expectSentence(/The server answered 404 for .*Q8_0\.gguf.*choose another model/);
  await expect(playground.stop).toBeDisabled();

  mend();
  await expectRunWorks(playground);
});

test('a connection that is cut fails in a sentence, and works once it holds', async ({
  page,
  context,
}) => {
  const playground = await setUpRun(page, 1, 8);
  const mend = await cutDownloads(context);
  await playground.run.click();
  await playground.expectState('failed');
  await playground.expectSentence(/The connection was lost .*Check the network/);

  mend();
  await expectRunWorks(playground);
});

test('a load that is stopped is a state of its own, and can be begun again', async ({ page }) => {
  const playground = await setUpRun(page, 1, 8);
  await playground.run.click();
  await playground.expectState('loading');
  await playground.stop.click();
  await playground.expectState('stopped');
  await playground.expectSentence('Stopped before the model was loaded.');
  await expect.poll(() => page.workers().length, 'the engine is gone').toBe(0);
  await expectRunWorks(playground);
});

test('a run outlives its engine: the nodes under way are written again, the others stay', async ({
  page,
}) => {
  const budget = 9;
  const arm = `PRand ${String(budget)}`;
  const playground = await setUpRun(page, budget, 24);
  await playground.run.click();
  // Eight are drawn together: the ninth begins when one of them is finished. Watched in the page itself, since it may be soon over.
  await playground.nodes(arm, 'Draft 9, being written').waitFor({ timeout: RUN_TIMEOUT });
  const worker = page.workers().find((one) => one.url().includes('llama-cpp.worker'));
  expect(worker).toBeDefined();
  // Closed from inside, as a crash would: no event, no message; the reply to this never comes.
  void worker
    ?.evaluate(() => {
      self.close();
    })
    .catch(() => undefined);
  await playground.expectState('finished');

  await expect.poll(async () => (await playground.rewards(arm)).size).toBe(budget);
  expect(await playground.account(arm, 'Responses')).toBe('9 of 9');
  const calls = await playground.account(arm, 'Calls');
  const again: string[] = [];
  for (let draft = 1; draft <= budget; draft += 1) {
    await playground.openNode(arm, `Draft ${String(draft)}`);
    const attempt = (await playground.facts()).get('Attempt');
    if (attempt !== undefined) again.push(attempt);
  }
  expect(again.length).toBeGreaterThan(0);
  expect(again.length).toBeLessThan(budget);
  expect(new Set(again)).toEqual(new Set(['2: the engine was lost']));
  expect(calls).toBe(`${String(budget + again.length)} (${String(again.length)} unfinished)`);
});
