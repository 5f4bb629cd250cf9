import { loadavg } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { PlaygroundPage, PRS } from '../../e2e/app/playground-page.ts';
import { QUIET_FLAGS } from '../../scripts/setup/browser.mjs';
import { servePageWith } from '../../torture/browser/serve-scripted-page.ts';
import { type Task, tracedTasks } from './traced-tasks.ts';

const LAYOUTS = ['Reward', 'Order'] as const;
type Layout = (typeof LAYOUTS)[number];

/** What a person notices; what browsers call long is longer than this too. Milliseconds. */
const MOST = 50;

interface Measured {
  /** From when its first words are seen to the end of the run. */
  readonly seconds: number;
  readonly tasks: readonly Task[];
}

/** Prints one table. */
export async function measureAndReport(browserPath: string): Promise<void> {
  const served = await servePageWith({
    engines: join(import.meta.dirname, 'streaming-engine.ts'),
    folder: 'bench-stream',
    minify: true,
  });
  const browser = await chromium.launch({ executablePath: browserPath, args: QUIET_FLAGS });
  try {
    console.log(`Load of the machine over the last minute: ${(loadavg()[0] ?? 0).toFixed(1)}\n`);
    console.log(HEAD);
    for (const layout of LAYOUTS)
      console.log(rowOf(layout, await measure(browser, served.url, layout)));
  } finally {
    await browser.close();
    await served.close();
  }
}

async function measure(browser: Browser, url: string, layout: Layout): Promise<Measured> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  await page.goto(url);
  const playground = new PlaygroundPage(page);
  const newRun = page.getByRole('button', { name: 'New run' });
  if (await newRun.isVisible()) await newRun.click();
  await playground.chooseScorer('Rubric');
  await playground.setNumber('Budget N', 128);
  await playground.setDrafts(64);
  await playground.chooseArms(PRS);
  await page.waitForLoadState('networkidle');
  await playground.run.click();
  await playground.expectState('running');
  await page.getByRole('group', { name: 'Layout' }).getByRole('button', { name: layout }).click();
  await page.locator('[data-arm] [data-state="writing"]').first().waitFor();
  const begun = Date.now();
  // An expectation reads the whole page's roles at each look, which would be most of what is measured.
  const finished = page.locator('main[data-run-state="finished"]');
  const tasks = await tracedTasks(browser, page, () => finished.waitFor({ timeout: 120_000 }));
  const seconds = (Date.now() - begun) / 1000;
  await page.close();
  return { seconds, tasks };
}

const HEAD = [
  `| picture | seconds | tasks over ${String(MOST)} ms | longest, ms | computing over ${String(MOST)} ms | longest, ms |`,
  '| --- | ---: | ---: | ---: | ---: | ---: |',
].join('\n');

function rowOf(layout: Layout, { seconds, tasks }: Measured): string {
  const took = tasks.map((task) => task.took);
  const computed = tasks.map((task) => task.computed);
  const cells = [took, computed].flatMap((times) => [
    String(times.filter((time) => time > MOST).length),
    Math.max(0, ...times).toFixed(0),
  ]);
  return `| ${[layout, seconds.toFixed(1), ...cells].join(' | ')} |`;
}
