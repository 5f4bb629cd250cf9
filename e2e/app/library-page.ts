import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';

/** The screen "Runs" as a person finds it. */
export class LibraryPage {
  readonly page: Page;
  readonly runs: Locator;
  /** What came of the files imported last, one line for each. */
  readonly report: Locator;

  constructor(page: Page) {
    this.page = page;
    this.runs = page.getByRole('group', { name: 'All runs' });
    this.report = page.getByRole('status', { name: 'Import' });
  }

  async open(): Promise<void> {
    await this.page.goto('/#/runs');
    await this.expectRead();
  }

  /** Waits until the stored runs have been read: the list stands there before them. */
  async expectRead(): Promise<void> {
    const someRun = this.runs.getByRole('heading');
    await expect(someRun.or(this.runs.getByText('No runs yet')).first()).toBeVisible();
  }

  /** The names of all runs, newest first. */
  async names(): Promise<readonly string[]> {
    await this.expectRead();
    return this.runs.getByRole('heading').allTextContents();
  }

  /** The run of that name, with its facts and buttons. */
  run(name: string): Locator {
    const heading = this.page.getByRole('heading', { name, exact: true });
    return this.runs.getByRole('listitem').filter({ has: heading });
  }

  /** Everything that the list says. */
  async contents(): Promise<string> {
    await this.expectRead();
    return this.runs.innerText();
  }

  button(action: 'Open' | 'Rename' | 'Export' | 'Delete', name: string): Locator {
    return this.runs.getByRole('button', { name: `${action} ${name}`, exact: true });
  }

  async export(name: string): Promise<ExportedFile> {
    const started = this.page.waitForEvent('download');
    await this.button('Export', name).click();
    const download = await started;
    return {
      name: download.suggestedFilename(),
      text: readFileSync(await download.path(), 'utf8'),
    };
  }

  async import(...files: readonly ExportedFile[]): Promise<void> {
    await this.page.getByLabel('Run files').setInputFiles(
      files.map(({ name, text }) => ({
        name,
        mimeType: 'application/json',
        buffer: Buffer.from(text),
      })),
    );
    await expect(this.report.getByRole('listitem')).toHaveCount(files.length);
  }
}

/** A run as a file. */
export interface ExportedFile {
  readonly name: string;
  readonly text: string;
}
