import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { preview } from 'vite';
import { repositoryRoot } from '../../scripts/repository-paths.mjs';
import { QUIET_FLAGS } from '../../scripts/setup/browser.mjs';
import { joinRunFiles } from '../../src/storage/run-file/import-and-export-run.ts';
import { noteLongTasks } from '../note-long-tasks.ts';

const PORT = 4399;

/** Copies of the recorded runs in the file, each of other prompts and other texts: about 77 MB. */
const RUNS = 240;

/** Of the file of prompts: all that the page takes. */
const PROMPT_BYTES = 19_500_000;

/** No step takes longer, milliseconds. */
const PATIENCE = 240_000;

/** Milliseconds. */
interface Measured {
  readonly step: string;
  readonly took: number;
  /** The longest that the page's thread was held up, and how long all of what held it up over 50 ms took together. */
  readonly longest: number;
  readonly together: number;
}

/** Prints the table of each checkout, this one's last. */
export async function measureAndReport(
  browserPath: string,
  others: readonly string[],
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'prs-bench-studies-'));
  try {
    const files = writeFiles(folder);
    for (const checkout of [...others.map((other) => resolve(other)), repositoryRoot]) {
      console.log(
        `\n${checkout}, load of the machine ${(loadavg()[0] ?? 0).toFixed(1)}\n\n${tableOf(
          await measure(checkout, browserPath, files),
        )}`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Files {
  readonly runs: string;
  readonly prompts: string;
}

function writeFiles(folder: string): Files {
  const recorded = join(repositoryRoot, 'public/recorded');
  const texts = readdirSync(recorded)
    .filter((name) => name !== 'index.json')
    .map((name) => readFileSync(join(recorded, name), 'utf8'));
  const runs = Array.from({ length: RUNS }, (_, place) =>
    anotherRun(texts[place % texts.length] ?? '', place),
  );
  const files = { runs: join(folder, 'runs.json'), prompts: join(folder, 'prompts.jsonl') };
  writeFileSync(files.runs, joinRunFiles(runs, 0));
  const row = (place: number): string =>
    `${JSON.stringify({ prompt: `What is ${String(place)}? ${'Say more. '.repeat(190)}`, preference: 'Be brief.' })}\n`;
  const rows = Math.floor(PROMPT_BYTES / row(10_000).length);
  writeFileSync(files.prompts, Array.from({ length: rows }, (_, place) => row(place)).join(''));
  return files;
}

function anotherRun(text: string, place: number): string {
  const mark = String(place);
  return text
    .replaceAll('"recorded-', `"recorded-${mark}-`)
    .replaceAll(/"prompt": ?"/g, (found) => `${found}${mark} `)
    .replaceAll('"text":"', `"text":"${mark} `);
}

async function measure(
  checkout: string,
  browserPath: string,
  files: Files,
): Promise<readonly Measured[]> {
  const server = await preview({
    ...{ root: checkout, logLevel: 'error' },
    preview: { host: 'localhost', port: PORT, strictPort: false },
  });
  const browser = await chromium.launch({ executablePath: browserPath, args: QUIET_FLAGS });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    page.setDefaultTimeout(PATIENCE);
    await page.goto(`${server.resolvedUrls?.local[0] ?? ''}#/runs`);
    await page.getByText('No runs yet').waitFor();
    await page.waitForLoadState('networkidle');
    await noteLongTasks(page);
    return await measureSteps(page, files);
  } finally {
    await browser.close();
    await server.close();
  }
}

type Step = readonly [name: string, act: (page: Page, files: Files) => Promise<void>];

const STEPS: readonly Step[] = [
  [
    `${String(RUNS)} runs imported`,
    async (page, { runs }) => {
      await page.getByLabel('Run files').setInputFiles(runs);
      const outcomes = page.getByRole('status', { name: 'Import' }).getByRole('listitem');
      await outcomes.nth(RUNS - 1).waitFor();
    },
  ],
  [
    'what they say worked out',
    async (page) => {
      await page.getByRole('link', { name: 'What they say together' }).click();
      await page.getByRole('region', { name: 'What to keep in mind' }).waitFor();
    },
  ],
  [
    'a report on them written',
    async (page) => {
      await page.getByText('one page to pass on').click();
      await page.getByRole('button', { name: /^Write a report/ }).click();
      await page.getByRole('list', { name: 'Files of the report' }).waitFor();
    },
  ],
  [
    '19.5 MB of prompts read',
    async (page, { prompts }) => {
      await page.getByText('Set up a study').click();
      await page.getByRole('button', { name: 'A file' }).click();
      await page.getByLabel('File of prompts').setInputFiles(prompts);
      await page.getByText(/^prompts\.jsonl: .* to ask/).waitFor();
    },
  ],
];

async function measureSteps(page: Page, files: Files): Promise<readonly Measured[]> {
  const measured: Measured[] = [];
  for (const [step, act] of STEPS) {
    await page.evaluate(() => {
      performance.clearMeasures('held up');
    });
    const begun = performance.now();
    await act(page, files);
    const took = performance.now() - begun;
    // What held the page up last is told a little later.
    await page.evaluate(() => new Promise((told) => requestAnimationFrame(() => setTimeout(told))));
    const tasks = await page.evaluate(() =>
      performance.getEntriesByName('held up').map(({ duration }) => duration),
    );
    const together = tasks.reduce((sum, each) => sum + each, 0);
    measured.push({ step, took, longest: Math.max(0, ...tasks), together });
  }
  return measured;
}

function tableOf(rows: readonly Measured[]): string {
  const cells = rows.map(({ step, took, longest, together }) => [
    step,
    ...[took, longest, together].map((each) => each.toFixed(0)),
  ]);
  const head = ['ms', 'took', 'longest task (0: none over 50)', 'all tasks over 50 together'];
  return [head, ['---', '---:', '---:', '---:'], ...cells]
    .map((line) => `| ${line.join(' | ')} |`)
    .join('\n');
}
