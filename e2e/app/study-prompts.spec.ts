import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { PlaygroundPage } from './playground-page.ts';

/** Two of its rows can't be read. */
const QUESTIONS = [
  'question,style,source',
  'Why is the sky blue?,Answer a child.,a',
  'What is rain?,b',
  'What is snow?,,c',
  ',As a poem.,d',
].join('\n');

const MARKUP = '<img src=x onerror="window.wasHacked=true">';

async function openForm(page: Page): Promise<Locator> {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.show('Studies');
  await page.getByText('Set up a study').click();
  const form = page.getByRole('form', { name: 'Set up a study' });
  await form.getByRole('textbox', { name: 'Name of the study' }).fill('Rows');
  return form;
}

async function chooseFile(form: Locator, name: string, text: string): Promise<void> {
  const file = { name, mimeType: 'text/plain', buffer: Buffer.from(text) };
  await form.getByLabel('File of prompts').setInputFiles(file);
}

const source = (form: Locator, name: string): Locator =>
  form.getByRole('group', { name: 'Where the prompts come from' }).getByRole('button', { name });

/** What axe finds in the form. */
async function violations(page: Page): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).include('form').withTags(['wcag2a', 'wcag2aa']);
  const results = await axe.analyze();
  expect(results.passes.length).toBeGreaterThan(5);
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
  );
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    const isWide = colorScheme === 'light';
    const viewport = isWide ? { width: 1280, height: 900 } : { width: 390, height: 844 };
    test.use({ colorScheme, viewport });

    test('a study asks the built-in set, of the kinds that are chosen', async ({ page }) => {
      const form = await openForm(page);
      await form.getByRole('textbox', { name: 'Prompts' }).fill('Why is the sky blue?');
      // By keys alone.
      await source(form, 'Typed').focus();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await expect(form).toContainText('64 prompts in English of 8 kinds');
      await expect(form).toContainText('16 runs:');
      for (const kind of ['explain', 'advise', 'plan', 'create', 'summarise', 'compare'])
        await form.getByRole('checkbox', { name: kind }).press('Space');
      await new PlaygroundPage(page).setNumber('Prompts of these kinds', 3);
      await expect(form).toContainText('Of 16.');
      await expect(form).toContainText('6 runs:');
      await expect(form.getByRole('group', { name: 'First prompts' })).toContainText('rewrite-');
      expect(await violations(page)).toEqual([]);
      for (const kind of ['rewrite', 'answer'])
        await form.getByRole('checkbox', { name: kind }).uncheck();
      await expect(form).toContainText('Choose a kind of prompts at least.');
      await source(form, 'Typed').click();
      await expect(form.getByRole('textbox', { name: 'Prompts' })).toHaveValue(
        'Why is the sky blue?',
      );
      await expect(form).toContainText('1 run:');
    });

    test('a study asks the rows of a file, and names those that can’t be read', async ({
      page,
    }) => {
      const form = await openForm(page);
      await source(form, 'A file').click();
      await expect(form).toContainText('Choose a file with a prompt at least.');
      await chooseFile(form, 'questions.csv', QUESTIONS);
      await expect(form).toContainText('No column is called "prompt" or "instruction"');
      await form.getByRole('combobox', { name: 'Prompt' }).selectOption('question');
      await form.getByRole('combobox', { name: 'Preference', exact: true }).selectOption('style');
      const left = form.getByRole('list', { name: '2 rows are left out' });
      await expect(left.getByRole('listitem')).toHaveText([
        /^Line 3 has another number of cells \(2\)/,
        'Line 5 has no "question": a text that asks something.',
      ]);
      const first = form.getByRole('group', { name: 'First prompts' });
      await expect(first.getByRole('row')).toHaveCount(3);
      await expect(first).toContainText('Answer a child.');
      await form.getByRole('textbox', { name: 'Preferences' }).fill('Be brief.\nBe formal.');
      await expect(first.getByRole('row')).toHaveCount(4);
      await expect(form).toContainText('3 runs:');
      expect(await violations(page)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(overflow).toBeLessThanOrEqual(viewport.width);

      await page.getByRole('button', { name: 'Choose another file' }).focus();
      await chooseFile(form, 'questions.jsonl', JSON.stringify({ prompt: MARKUP }));
      await expect(first).toContainText(MARKUP);
      await expect(form).toContainText('2 runs:');
      await chooseFile(form, 'picture.csv', '\0\0\0');
      await expect(form.getByRole('alert')).toContainText('“picture.csv” is no text in UTF-8');
      await expect(form).toContainText('questions.jsonl: 1 to ask');
      expect(await page.evaluate(() => 'wasHacked' in window)).toBe(false);

      await new PlaygroundPage(page).show('Models');
      await new PlaygroundPage(page).show('Studies');
      await page.getByText('Set up a study').click();
      await expect(first).toContainText(MARKUP);
    });
  });
}
