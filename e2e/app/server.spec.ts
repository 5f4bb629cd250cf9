import { expect, test, type Page } from '@playwright/test';
import { LIKE_VLLM, scriptedServer } from '../../src/engines/openai/testing/scripted-server.ts';
import { jsonReply, type WireServer } from '../../src/engines/openai/testing/wire-server.ts';
import { LibraryPage } from './library-page.ts';
import { PlaygroundPage, PRS } from './playground-page.ts';
import { watchPage } from './watch-page.ts';

const CANARY = 'sk-canary-4711-never-to-be-seen';

const open: WireServer[] = [];
test.afterEach(() => Promise.all(open.splice(0).map((server) => server.close())));

/** A model server that lets pages ask, as vLLM's and llama.cpp's do. */
async function serve(letsPagesAsk = true): Promise<WireServer> {
  const server = await scriptedServer(
    LIKE_VLLM,
    ({ headers, path }) =>
      path === '/v1/models' || headers.authorization === `Bearer ${CANARY}`
        ? null
        : jsonReply({ error: 'Unauthorized' }, 401),
    letsPagesAsk,
  );
  open.push(server);
  return server;
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

async function nameServer(page: Page, address: string): Promise<void> {
  await page.getByRole('textbox', { name: /^Address, as its clients/ }).fill(address);
  await button(page, 'List its models').click();
}

test('a run with a model behind a server, from its address to its file', async ({ page }) => {
  const { happened } = watchPage(page);
  const server = await serve();
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.show('Models');
  await page.getByLabel(/^Address, as its clients/).fill(server.address);
  await page.getByLabel(/^Key, where/).fill(CANARY);
  await button(page, 'List its models').click();
  await expect(page.getByLabel('Model of the server')).toHaveValue(LIKE_VLLM.model);
  await button(page, /^Find out what it can do/).click();
  const table = page.getByRole('group', { name: 'What the server can do' });
  await expect(table.getByRole('row', { name: /Server/ })).toContainText('vLLM');
  await expect(table.getByRole('row', { name: /given text/ })).toContainText('in one request');
  await button(page, `Use ${LIKE_VLLM.model}`).click();

  await playground.show('Playground');
  await expect(page.getByRole('combobox', { name: 'Model' })).toContainText(LIKE_VLLM.model);
  await playground.setMostTokens(12, 8);
  await playground.setNumber('Budget N', 4);
  await playground.chooseArms(PRS);
  await playground.run.click();
  await playground.expectState('finished');
  await playground.expectSentence('Finished: 5 of 5 texts');

  const stored = await page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const all: unknown[] = [
      location.href,
      Object.entries(localStorage),
      Object.entries(sessionStorage),
    ];
    for (const { name } of databases) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name ?? '');
        opening.onsuccess = () => {
          resolve(opening.result);
        };
        opening.onerror = () => {
          reject(new Error('not opened'));
        };
      });
      for (const store of database.objectStoreNames) {
        const rows = database.transaction(store).objectStore(store).getAll();
        await new Promise((resolve) => (rows.onsuccess = resolve));
        all.push(rows.result);
      }
      database.close();
    }
    return JSON.stringify(all);
  });
  expect(stored).toContain(server.address);
  expect(stored).not.toContain('canary');
  const library = new LibraryPage(page);
  await playground.show('Runs');
  const [name = ''] = await library.names();
  const file = await library.export(name);
  expect(file.text).toContain(server.address);
  expect(file.text).not.toContain('canary');
  expect(await page.content()).not.toContain('canary');
  expect(JSON.stringify(happened)).not.toContain('canary');
});

test('a server that lets no page ask is explained, with the line that lets it', async ({
  page,
}) => {
  const server = await serve(false);
  await page.goto('/#/models');
  await nameServer(page, server.address);
  const { origin } = new URL(page.url());
  const alert = page.getByRole('alert').filter({ hasText: 'can’t be reached' });
  await expect(alert).toContainText(`OLLAMA_ORIGINS=${origin}`);
  await expect(alert).toContainText(`npm start -- --policy ${server.address}`);
});

test('a server that asks for a key says so', async ({ page }) => {
  const server = await serve();
  await page.goto('/#/models');
  await nameServer(page, server.address);
  await button(page, /^Find out what it can do/).click();
  await expect(page.getByRole('alert')).toContainText('asks for a key (401)');
});
