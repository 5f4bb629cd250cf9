import { expect, type Locator, type Page } from '@playwright/test';
import { ARM_TRAITS } from '../../src/core/index.ts';

export type RunState = 'idle' | 'loading' | 'running' | 'stopped' | 'finished' | 'failed';

/** A whole run of the embedded model on a slow machine. */
export const RUN_TIMEOUT = 240_000;

/** The playground as a person finds it: by names and roles. */
export class PlaygroundPage {
  readonly page: Page;
  readonly main: Locator;
  readonly run: Locator;
  readonly stop: Locator;
  readonly node: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('main');
    this.run = page.getByRole('button', { name: 'Run', exact: true });
    this.stop = page.getByRole('button', { name: 'Stop', exact: true });
    this.node = page.getByRole('region', { name: 'Node' });
  }

  /** Opens the page and waits until a model has been chosen. */
  async open(): Promise<void> {
    await this.page.goto('/');
    // What was drawn when the page was built, and stands there until then, can't be used.
    await expect(this.main).toBeVisible();
    // A narrow page that shows a recorded run has its set-up behind the picture.
    const model = this.page.getByRole('combobox', { name: 'Model', includeHidden: true });
    await expect(model).toBeAttached();
  }

  async expectState(state: RunState): Promise<void> {
    await expect(this.main).toHaveAttribute('data-run-state', state, { timeout: RUN_TIMEOUT });
  }

  /** What the page says of the run on screen. */
  async expectSentence(words: string | RegExp): Promise<void> {
    await expect(this.main.getByRole('status').filter({ hasText: words })).toBeVisible();
  }

  async setNumber(name: string, value: number): Promise<void> {
    const field = this.page.getByRole('spinbutton', { name, exact: true });
    await field.fill(String(value));
    await field.press('Enter');
  }

  async setDrafts(drafts: number): Promise<void> {
    await this.page.getByRole('slider', { name: 'Drafts N0' }).fill(String(drafts));
  }

  /** Runs these arms and no others. */
  async chooseArms(...names: readonly string[]): Promise<void> {
    for (const arm of ARMS) {
      const box = this.page.getByRole('checkbox', { name: arm, exact: true });
      await box.setChecked(names.includes(arm));
    }
  }

  /** Keeps answers so short, and scoring so quick, that a test is over soon. */
  async limitTokens(response: number, feedback: number): Promise<void> {
    await this.chooseScorer('Rubric');
    await this.setMostTokens(response, feedback);
  }

  async setMostTokens(response: number, feedback: number): Promise<void> {
    await this.page.locator('summary', { hasText: /^Sampling/ }).click();
    await this.setNumber('Max tokens', response);
    await this.setNumber('Feedback max tokens', feedback);
  }

  /** Chooses the scorer of the next run. */
  async chooseScorer(name: string): Promise<void> {
    const scorer = this.page.getByRole('combobox', { name: 'Scorer', exact: true });
    if (!(await scorer.isVisible())) {
      await this.page.locator('summary', { hasText: /^Scorer:/ }).click();
    }
    await scorer.selectOption({ label: name });
  }

  /** Goes to a screen by the link in the page's head. */
  async show(screen: 'Playground' | 'Runs' | 'Studies' | 'Models'): Promise<void> {
    const screens = this.page.getByRole('navigation', { name: 'Screens' });
    await screens.getByRole('link', { name: screen }).click();
  }

  /** Opens a node of an arm's drawing by the pointer. */
  async openNode(arm: string, name: string): Promise<void> {
    await this.nodes(arm, name).click();
    await expect(this.node.getByRole('heading', { name, exact: true })).toBeVisible();
  }

  /** One view of the open node. */
  async view(name: 'Text' | 'Changes' | 'Prompt sent'): Promise<Locator> {
    await this.node.getByRole('tab', { name }).click();
    return this.node.getByRole('tabpanel', { name });
  }

  /** How the open node was sampled and what it cost, by the fact's name. */
  async facts(): Promise<Map<string, string>> {
    const call = this.node.getByRole('region', { name: 'Call' });
    const names = await call.getByRole('term').allTextContents();
    const values = await call.getByRole('definition').allTextContents();
    expect(values).toHaveLength(names.length);
    return new Map(names.map((name, position) => [name, values[position] ?? '']));
  }

  /** One arm's drawing. */
  tree(arm: string): Locator {
    return this.page.getByRole('group', { name: `Sampling tree of ${arm}`, exact: true });
  }

  /** Nodes of an arm's drawing whose name begins so. */
  nodes(arm: string, name: string): Locator {
    return this.tree(arm).getByRole('button', { name: new RegExp(`^${name}`) });
  }

  /** Rewards of an arm as its tree tells them, by the node's name. */
  async rewards(arm: string): Promise<Map<string, number>> {
    const labels = await this.tree(arm)
      .getByRole('button')
      .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('aria-label') ?? ''));
    return new Map(
      labels.flatMap((label) => {
        const [, name, reward] = /^([^,]+), reward ([−\d.]+)/.exec(label) ?? [];
        if (name === undefined || reward === undefined) return [];
        return [[name, Number(reward.replace('−', '-'))]];
      }),
    );
  }

  /** The name of an arm's winner, without its reward. */
  async winner(arm: string): Promise<string> {
    const label = await this.tree(arm)
      .getByRole('button', { name: /, winner/ })
      .getAttribute('aria-label');
    return label?.split(',')[0] ?? '';
  }

  /** One cell of the accounts, by the arm and the column's heading, whichever of their tables has it, folded or not. */
  async account(arm: string, column: string): Promise<string> {
    const { page } = this;
    const heading = page.getByRole('columnheader', {
      name: column,
      exact: true,
      includeHidden: true,
    });
    const table = page
      .getByRole('region', { name: 'Accounts' })
      .getByRole('table', { includeHidden: true })
      .filter({ has: heading });
    const headings = await table
      .getByRole('columnheader', { includeHidden: true })
      .allTextContents();
    const name = page.getByRole('rowheader', { name: arm, exact: true, includeHidden: true });
    const row = table.getByRole('row', { includeHidden: true }).filter({ has: name });
    const cell = row.getByRole('cell', { includeHidden: true }).nth(headings.indexOf(column) - 1);
    return (await cell.textContent()) ?? '';
  }
}

/** As a person chooses them. */
const ARMS = Object.values(ARM_TRAITS).map(({ name }) => name);
export const PRS = 'PRS (N0, N1, …)';
