import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { Finding } from '../../src/studies/index.ts';
import { formatReward } from '../../src/ui/format-figures.ts';
import { readKeptRuns } from './kept-runs.ts';
import { PlaygroundPage, RUN_TIMEOUT } from './playground-page.ts';

test.describe.configure({ timeout: RUN_TIMEOUT });

/** One draft, its feedback, one refinement; two drafts of the other arm. */
const TEXTS = 5;

/** Texts that are kept, each as "run arm node", as often as it is; what an arm took over from another isn't drawn. */
async function keptTexts(page: Page): Promise<readonly string[]> {
  return (await readKeptRuns(page)).flatMap(({ header, events }) =>
    events.flatMap((event) =>
      'text' in event ? [`${header.id} ${event.armId} ${event.nodeId}`] : [],
    ),
  );
}

/** Saves what a button hands over. @returns where it is */
async function pathSaved(page: Page, button: string): Promise<string> {
  const started = page.waitForEvent('download');
  await page.getByRole('button', { name: button, exact: true }).click();
  return (await started).path();
}

const REPORT_FILES = ['report.html', 'report.json'] as const;
type Report = Readonly<Record<string, string>>;

/** The report that the page writes of the runs that it reads. */
async function savedReport(page: Page): Promise<Report> {
  await page.getByText('one page to pass on').click();
  await page.getByRole('textbox', { name: 'Question of the report' }).fill('Does it rain?');
  await page.getByRole('button', { name: 'Write a report on 2 runs' }).click();
  const saved: Record<string, string> = {};
  for (const name of REPORT_FILES) {
    saved[name] = readFileSync(await pathSaved(page, `Save ${name}`), 'utf8');
  }
  return saved;
}

function reportByCommand(runs: string, question: string): Report {
  const place = mkdtempSync(join(tmpdir(), 'prs-report-'));
  try {
    const out = join(place, 'out');
    const order = ['report', runs, '--out', out, '--question', question];
    const { status, stderr } = spawnSync(process.execPath, ['command/prs.mjs', ...order], {
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);
    return Object.fromEntries(
      REPORT_FILES.map((name) => [name, readFileSync(join(out, name), 'utf8')]),
    );
  } finally {
    rmSync(place, { recursive: true });
  }
}

/** What Studies and a report say alike, in the page's words. */
interface Figures {
  readonly over: string;
  /** By arm: the mean of the winners' rewards. */
  readonly rewards: Readonly<Record<string, string>>;
  /** By pair of arms, in the order of their names: prompts won, tied and lost. */
  readonly duels: Readonly<Record<string, string>>;
}

/** "Rand 2 against PRS 1/1" with "1, 0, 1", or the same from the other side. */
function duelOf(arms: readonly string[], counts: readonly string[]): readonly [string, string] {
  const sorted = arms.toSorted();
  const asTold = sorted[0] === arms[0] ? counts : counts.toReversed();
  return [sorted.join(' against '), asTold.join(', ')];
}

async function figuresOnScreen(page: Page): Promise<Figures> {
  const rowsOf = (table: string) =>
    page
      .getByRole('group', { name: table })
      .locator('tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) => {
          const read = (cells: string) =>
            [...row.querySelectorAll(cells)].map(({ textContent }) => textContent);
          return [read('th'), read('td')[0] ?? ''] as const;
        }),
      );
  return {
    over: (await page.getByText(/^Over \d+ prompts, \d+ runs\./).innerText()).split('.')[0] ?? '',
    rewards: Object.fromEntries(
      (await rowsOf('Table of winners')).map(([[arm = ''], reward]) => [arm, reward]),
    ),
    duels: Object.fromEntries(
      (await rowsOf('Table of pairs')).map(([arms, counts]) => duelOf(arms, counts.split(', '))),
    ),
  };
}

interface ReportedFigures {
  readonly groups: readonly { readonly budgets: readonly { readonly finding: Finding }[] }[];
}

function figuresOf(json = ''): Figures {
  const [group, ...others] = (JSON.parse(json) as ReportedFigures).groups;
  const finding = group?.budgets[0]?.finding;
  if (finding === undefined || others.length > 0) throw new Error('The report has other groups.');
  const { prompts, runs, arms, duels } = finding;
  return {
    over: `Over ${String(prompts)} prompts, ${String(runs)} runs`,
    rewards: Object.fromEntries(
      arms.map(({ label, reward }) => [label, formatReward(reward.mean)]),
    ),
    duels: Object.fromEntries(
      duels.map(({ first, second, wins, ties, losses }) =>
        duelOf([first, second], [wins, ties, losses].map(String)),
      ),
    ),
  };
}

async function setUpStudy(page: Page): Promise<void> {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.limitTokens(16, 12);
  await playground.show('Studies');
  await page.getByText('Set up a study').click();
  const form = page.getByRole('form', { name: 'Set up a study' });
  await expect(form).toContainText('Give the study a name');
  await form.getByRole('textbox', { name: 'Name of the study' }).fill('Two questions');
  await form
    .getByRole('textbox', { name: 'Prompts' })
    .fill('What is rain? | Be brief.\nWhy is the sky blue?');
  await form.getByRole('textbox', { name: 'Preferences' }).fill('Answer a child.');
  await playground.setNumber('Budget N', 2);
  await expect(form.getByRole('textbox', { name: 'Splits N0/N1' })).toHaveValue('1/1');
  await form.getByRole('checkbox', { name: 'PRand' }).uncheck();
  await expect(form).toContainText(
    `2 runs: ${String(2 * TEXTS)} calls, at most 152 tokens written`,
  );
  await expect(form).toContainText('isn’t measured yet');
}

test('a study is sampled, goes on after a reload, and its runs are read together', async ({
  page,
}) => {
  await setUpStudy(page);
  await page.getByRole('button', { name: 'Sample this study' }).click();
  await expect(page.getByRole('form', { name: 'Set up a study' })).toHaveCount(0);
  const study = page.getByRole('article', { name: 'Two questions' });
  await expect(study).toContainText(/[1-9] of 10 texts/, { timeout: RUN_TIMEOUT });
  await expect(study.getByRole('button', { name: 'Stop Two questions' })).toBeEnabled();
  await page.reload();

  await expect(study).toContainText(/[01] of 2 runs finished/);
  const before = await keptTexts(page);
  expect(before.length).toBeGreaterThan(0);
  expect(before.length).toBeLessThan(2 * TEXTS);
  await study.getByRole('button', { name: 'Go on with Two questions' }).click();
  await expect(study.getByRole('status')).toHaveText('Finished.', { timeout: RUN_TIMEOUT });
  await expect(study).toContainText('2 of 2 runs, 10 of 10 texts');
  const texts = await keptTexts(page);
  expect(texts).toHaveLength(2 * TEXTS);
  expect(new Set(texts).size).toBe(2 * TEXTS);
  expect(texts).toEqual(expect.arrayContaining([...before]));

  await study.getByRole('button', { name: 'Show what the runs of Two questions say' }).click();
  await expect(page.getByText('The finished runs of Two questions alone are read')).toBeVisible();
  await expect(page.getByText('Over 2 prompts, 2 runs.')).toBeVisible();
  const winners = page.getByRole('group', { name: 'Table of winners' });
  await expect(winners.getByRole('rowheader', { name: 'PRS 1/1' })).toBeVisible();
  const shown = await figuresOnScreen(page);
  const report = await savedReport(page);

  // Its pace is this machine's by now.
  await page.getByText('Set up a study').click();
  await page.getByRole('textbox', { name: 'Name of the study' }).fill('Another');
  await expect(page.getByRole('form')).toContainText('At this machine’s last pace');

  await study.getByRole('button', { name: 'Delete Two questions' }).click();
  await study.getByRole('button', { name: 'Delete Two questions, keep its runs' }).click();
  await expect(study).toHaveCount(0);
  expect(await keptTexts(page)).toHaveLength(2 * TEXTS);

  // The runs as the page exports them make the same report by the command, of the figures that the page has shown.
  await page.getByRole('link', { name: 'Runs', exact: true }).click();
  const runs = await pathSaved(page, 'Export all runs');
  const written = reportByCommand(runs, 'Does it rain?');
  expect(written).toEqual(report);
  expect(figuresOf(written['report.json'])).toEqual(shown);
});

test('the playground says that a study is being sampled, and its own run goes first', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await setUpStudy(page);
  await playground.setNumber('Seeds', 50);
  await page.getByRole('button', { name: 'Sample this study' }).click();
  const study = page.getByRole('article', { name: 'Two questions' });
  await expect(study).toContainText(/[1-9] of 500 texts/, { timeout: RUN_TIMEOUT });

  await playground.show('Playground');
  const line = playground.main.getByText('The study “Two questions”');
  await expect(line).toContainText('is being sampled');
  await expect(line).toContainText('Run goes first all the same');
  await playground.run.click();
  await expect(line).toContainText('waits while this run has the model');
  await playground.stop.click();
  await playground.expectState('stopped');
  await expect(line).toContainText('is being sampled', { timeout: RUN_TIMEOUT });
  await line.getByRole('link', { name: 'Studies' }).click();
  await study.getByRole('button', { name: 'Stop Two questions' }).click();
  const goOn = study.getByRole('button', { name: 'Go on with Two questions' });
  await expect(goOn).toBeFocused();
  await playground.show('Playground');
  await expect(line).toHaveCount(0);
});
