import { expect, test as base } from '@playwright/test';
import { exportRun, parseRunFile } from '../../src/storage/run-file/import-and-export-run.ts';
import { expectKept } from './kept-runs.ts';
import { LibraryPage, type ExportedFile } from './library-page.ts';
import { PlaygroundPage, PRS, RUN_TIMEOUT } from './playground-page.ts';

const PROMPT = 'Why is the sky blue?';
const ARM = 'PRS 1/1';

interface KeptRun {
  readonly library: LibraryPage;
  readonly playground: PlaygroundPage;
  readonly rewards: ReadonlyMap<string, number>;
  readonly file: ExportedFile;
}

interface TestFixtures {
  /** The run in the list of a browser that has nothing else, for one test alone. */
  readonly kept: KeptRun;
}

interface WorkerFixtures {
  /** One short run, sampled once, since that takes longer than most tests: none of them changes it. */
  readonly sampled: KeptRun;
}

const test = base.extend<TestFixtures, WorkerFixtures>({
  sampled: [
    async ({ browser }, use) => {
      const context = await browser.newContext();
      const page = await context.newPage();
      const playground = new PlaygroundPage(page);
      const library = new LibraryPage(page);
      await playground.open();
      await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill(PROMPT);
      await playground.limitTokens(10, 10);
      await playground.setNumber('Budget N', 2);
      await playground.chooseArms(PRS);
      await playground.run.click();
      await playground.expectState('finished');
      await expectKept(page, ({ type }) => type === 'run-finished');
      const rewards = await playground.rewards(ARM);
      await playground.show('Runs');
      const file = await library.export(PROMPT);
      await use({ library, playground, rewards, file });
      await context.close();
    },
    { scope: 'worker', timeout: RUN_TIMEOUT },
  ],
  kept: async ({ sampled: { file, rewards }, page }, use) => {
    const library = new LibraryPage(page);
    await library.open();
    await library.import(file);
    await library.report.getByRole('button', { name: 'Dismiss' }).click();
    await use({ library, playground: new PlaygroundPage(page), rewards, file });
  },
});
test.describe.configure({ timeout: RUN_TIMEOUT });

test('a finished run is kept with what it was and what came of it', async ({ sampled }) => {
  const { library, rewards } = sampled;
  await library.open();
  expect(await library.names()).toEqual([PROMPT]);
  const run = library.run(PROMPT);
  const best = Math.max(...rewards.values())
    .toFixed(2)
    .replace('-', '−');
  await expect(run).toContainText(`${ARM}: 2 of 2 responses, best reward ${best}`);
  await expect(run).toContainText('Finished');
  await expect(run).toContainText('SmolLM2-135M-Instruct');
  await expect(run.getByText('imported')).toHaveCount(0);
});

test('a run is renamed, and exported under its name as versioned JSON', async ({ kept }) => {
  const { library, rewards } = kept;
  const { page } = library;
  await library.button('Rename', PROMPT).click();
  const field = page.getByRole('textbox', { name: 'New name' });
  await expect(field).toBeFocused();
  await field.fill('not this');
  await field.press('Escape');
  expect(await library.names()).toEqual([PROMPT]);
  await expect(library.button('Rename', PROMPT)).toBeFocused();

  await library.button('Rename', PROMPT).click();
  await field.fill('  Blue sky, “short”  ');
  await field.press('Enter');
  await expect(library.run('Blue sky, “short”')).toBeVisible();
  await page.reload();
  expect(await library.names()).toEqual(['Blue sky, “short”']);

  const { name, text } = await library.export('Blue sky, “short”');
  expect(name).toBe('blue-sky-short.prs.json');
  const file = JSON.parse(text) as Record<string, unknown>;
  expect(file).toMatchObject({
    format: 'prs-playground-run',
    version: 2,
    run: { name: 'Blue sky, “short”', plan: { prompt: PROMPT, budget: 2, seed: 42 } },
  });
  const events = file.events as readonly { type: string; reward?: { value: number } }[];
  const exported = events.flatMap(({ reward }) => reward?.value ?? []);
  expect(exported.map((value) => Number(value.toFixed(2)))).toEqual([...rewards.values()]);
});

/** The exported file with one field of it changed. */
function changed({ name, text }: ExportedFile, path: readonly (string | number)[], value: unknown) {
  const file: unknown = JSON.parse(text);
  let place = file as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) place = place[key] as typeof place;
  place[path.at(-1) ?? ''] = value;
  return { name, text: JSON.stringify(file) };
}

const MARKUP = '<img src=x onerror="window.wasHacked=true">';

const BAD_FILES: readonly (readonly [
  what: string,
  make: (good: ExportedFile) => ExportedFile,
  sentence: string,
])[] = [
  [
    'no JSON',
    () => ({ name: 'notes.json', text: 'Dear diary,' }),
    "notes.json: The file isn't a run of PRS Playground: it should be a JSON object.",
  ],
  [
    'a field of the wrong type',
    (good) => changed(good, ['run', 'plan', 'budget'], 'two'),
    `The file's field "run.plan.budget" should be a number but is the text "two".`,
  ],
  [
    'a field that is missing',
    (good) => changed(good, ['run', 'policy', 'engine'], undefined),
    `The file's field "run.policy.engine" should be one of`,
  ],
  [
    'an event of the wrong type',
    (good) => changed(good, ['events', 2], 'draft-finished'),
    `The file's field "events[2]" should be an object`,
  ],
  [
    'a newer version',
    (good) => changed(good, ['version'], 3),
    'This file was written by a newer version of PRS Playground (format 3)',
  ],
  [
    'markup where a number belongs',
    (good) => changed({ ...good, name: `${MARKUP}.json` }, ['run', 'plan', 'seed'], MARKUP),
    `The file's field "run.plan.seed" should be a number but is the text "<img src=x onerror="window.wasHacked=tru`,
  ],
];

for (const [what, make, sentence] of BAD_FILES) {
  test(`a file with ${what} gets one sentence, and nothing else changes`, async ({ kept }) => {
    const { library, file } = kept;
    const before = await library.contents();
    await library.import(make(file));
    await expect(library.report.getByRole('listitem')).toContainText(sentence);
    expect(await library.contents()).toBe(before);
    await library.page.reload();
    expect(await library.contents()).toBe(before);
    expect(await library.page.evaluate(() => 'wasHacked' in window)).toBe(false);
  });
}

test('a good file comes in beside a bad one', async ({ kept }) => {
  const { library, file } = kept;
  const before = await library.contents();
  await library.import({ name: 'empty.json', text: '' }, file);
  const lines = library.report.getByRole('listitem');
  await expect(lines.nth(0)).toContainText("empty.json: The file isn't a run");
  await expect(lines.nth(1)).toContainText(`this run is here already, as “${PROMPT}”`);
  expect(await library.contents()).toBe(before);
  await library.report.getByRole('button', { name: 'Dismiss' }).click();
  await expect(lines).toHaveCount(0);
});

test('a deleted run is gone, and imported again shows the same, recorded', async ({ kept }) => {
  const { library, playground, rewards, file } = kept;
  const { page } = library;
  const dialog = page.getByRole('alertdialog');
  await library.button('Delete', PROMPT).click();
  await expect(dialog).toContainText('can’t be undone');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
  expect(await library.names()).toEqual([PROMPT]);
  await library.button('Delete', PROMPT).click();
  await dialog.getByRole('button', { name: 'Delete run' }).click();
  await expect(library.runs).toContainText('No runs yet');
  await page.reload();
  await expect(library.runs).toContainText('No runs yet');
  expect(await library.names()).toEqual([]);

  await library.import(file);
  await expect(library.report).toContainText(`imported as “${PROMPT}”`);
  await expect(library.run(PROMPT).getByText('imported', { exact: true })).toBeVisible();
  await library.button('Open', PROMPT).click();
  await playground.expectState('finished');
  expect(await playground.rewards(ARM)).toEqual(rewards);
  await expect(page.getByText('recorded', { exact: true })).toBeVisible();
  await expect(page.getByText('live', { exact: true })).toHaveCount(0);
  await page.reload();
  await playground.expectState('finished');
  expect(await playground.rewards(ARM)).toEqual(rewards);
});

test('a run on screen is shown under its new name, and is gone when it is deleted', async ({
  browser,
  kept,
}) => {
  const context = await browser.newContext();
  const library = new LibraryPage(await context.newPage());
  const playground = new PlaygroundPage(library.page);
  const { page } = library;
  await library.open();
  await library.import(kept.file);
  await library.button('Open', PROMPT).click();
  await playground.expectState('finished');
  await playground.show('Runs');
  await library.button('Rename', PROMPT).click();
  await page.getByRole('textbox', { name: 'New name' }).fill('Blue');
  await page.keyboard.press('Enter');
  await library.button('Open', 'Blue').click();
  await expect(page.getByRole('heading', { name: 'Blue', exact: true })).toBeVisible();

  await playground.show('Runs');
  await library.button('Delete', 'Blue').click();
  await page.getByRole('button', { name: 'Delete run' }).click();
  await expect(library.runs).toContainText('No runs yet');
  await playground.show('Playground');
  await playground.expectState('idle');
  await context.close();
});

test('an address of a run that is not here says so', async ({ kept }) => {
  const { library, playground } = kept;
  const { page } = library;
  await page.goto('/#/run/nowhere');
  await page.reload();
  await playground.expectState('failed');
  await playground.expectSentence('This run is not in this browser any more.');
  await expect(playground.run).toBeEnabled();
});

test('markup in a file is shown as text: no script runs, nothing is fetched', async ({
  browser,
  kept,
}) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const library = new LibraryPage(page);
  const playground = new PlaygroundPage(page);
  await library.open();
  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url()));

  const quoted = JSON.stringify(MARKUP).slice(1, -1);
  const text = kept.file.text
    .replaceAll(PROMPT, quoted)
    .replaceAll('"SmolLM2-135M-Instruct"', `"${quoted}"`)
    .replaceAll('"measured":"', `"measured":"${quoted}`);
  await library.import({ name: 'hostile.json', text: withMarkup(text) });
  await expect(library.report).toContainText(`imported as “${MARKUP}”`);
  expect(await library.names()).toEqual([MARKUP]);
  await expect(library.run(MARKUP)).toContainText(`written by ${MARKUP}`);

  await library.button('Open', MARKUP).click();
  await playground.expectState('finished');
  await page.getByRole('button', { name: 'Use its set-up' }).click();
  await expect(page.getByRole('textbox', { name: 'Prompt', exact: true })).toHaveValue(MARKUP);
  await playground.openNode(ARM, 'Refinement 1');
  for (const view of ['Text', 'Changes', 'Prompt sent'] as const) {
    await expect(await playground.view(view)).toContainText(MARKUP);
  }
  await expect(playground.node.getByRole('region', { name: 'Reward' })).toContainText(MARKUP);
  await expect(page.locator('img')).toHaveCount(0);
  expect(await page.evaluate(() => 'wasHacked' in window)).toBe(false);
  // Of its own, the page's icon may come late, and when there is a run to read the panels that a first visit needs nothing of: built
  // code, styles and faces, which no markup of ours names.
  const own = /\/(favicon\.svg|assets\/[\w.-]+\.(js|css|woff2))$/;
  expect(requests.filter((url) => !own.test(url))).toEqual([]);
  await context.close();
});

/** The file with markup at the head of every answer and of its first token, which spell the same. */
function withMarkup(text: string): string {
  const parsed = parseRunFile(text);
  if (!parsed.ok) throw new Error(parsed.message);
  const events = parsed.run.events.map((event) => {
    if (!('tokens' in event)) return event;
    const tokens = event.tokens.map((token, place) =>
      place === 0 ? { ...token, text: `${MARKUP}${token.text}` } : token,
    );
    return { ...event, text: `${MARKUP}${event.text}`, tokens };
  });
  return exportRun({ ...parsed.run, events }, 0);
}
