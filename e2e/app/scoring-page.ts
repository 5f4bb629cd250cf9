import { expect, type Locator, type Page } from '@playwright/test';
import { RUN_TIMEOUT } from './playground-page.ts';

/** What scorers made of the run on screen, as a person finds it. */
export class ScoringPage {
  readonly page: Page;
  readonly scorers: Locator;
  readonly shownBy: Locator;

  constructor(page: Page) {
    this.page = page;
    this.scorers = page.getByRole('region', { name: 'Scorers', exact: true });
    this.shownBy = this.scorers.getByRole('combobox', { name: 'Read the tree by' });
  }

  /** Names of the ways to read the run. */
  async scorings(): Promise<readonly string[]> {
    await expect(this.shownBy).toBeVisible();
    return this.shownBy.getByRole('option').allTextContents();
  }

  async readBy(name: string | RegExp): Promise<void> {
    const option = this.shownBy.getByRole('option', { name, exact: true });
    await expect(option, 'the page draws what it has been told').toHaveCount(1);
    await this.shownBy.selectOption((await option.getAttribute('value')) ?? '');
  }

  /** Lets a scorer read the run and waits for its end; `null` where it has no other way to read. */
  async scoreAgain(name: string, ways: { readonly bothWays: boolean } | null): Promise<void> {
    await this.scorers
      .getByRole('combobox', { name: 'Score again with' })
      .selectOption({ label: name });
    if (ways !== null) {
      await this.scorers
        .getByRole('checkbox', { name: 'Also the other way' })
        .setChecked(ways.bothWays);
    }
    const before = (await this.scorings()).length;
    await this.scorers.getByRole('button', { name: 'Score again', exact: true }).click();
    await expect(this.shownBy.getByRole('option')).toHaveCount(before + 1, {
      timeout: RUN_TIMEOUT,
    });
    await expect(this.scorers.getByRole('button', { name: 'Stop scoring' })).toBeDisabled({
      timeout: RUN_TIMEOUT,
    });
  }
}
