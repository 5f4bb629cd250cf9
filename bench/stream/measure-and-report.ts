import { loadavg } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { PlaygroundPage, PRS } from '../../e2e/app/playground-page.ts';
import { QUIET_FLAGS } from '../../scripts/setup/browser.mjs';
import { noteLongTasks } from '../note-long-tasks.ts';
import { servePageWith } from '../../torture/browser/serve-scripted-page.ts';

const LAYOUTS = ['Reward', 'Order'] as const;
type Layout = (typeof LAYOUTS)[number];

/** What a person notices; what browsers call long is longer than this too. Milliseconds. */
const MOST = 50;

interface Measured {
  /** From when its first words are seen to the end of the run. */
  readonly seconds: number;
  /** Milliseconds of each task that was longer than `MOST` meanwhile. */
  readonly long: readonly number[];
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
  await noteLongTasks(page);
  await playground.expectState('finished');
  const seconds = (Date.now() - begun) / 1000;
  const long = await page.evaluate(() =>
    performance.getEntriesByName('held up').map(({ duration }) => duration),
  );
  await page.close();
  return { seconds, long };
}

const HEAD = [
  `| picture | seconds | tasks over ${String(MOST)} ms | longest, ms |`,
  '| --- | ---: | ---: | ---: |',
].join('\n');

function rowOf(layout: Layout, { seconds, long }: Measured): string {
  const longest = long.length === 0 ? `under ${String(MOST)}` : Math.max(...long).toFixed(0);
  return `| ${layout} | ${seconds.toFixed(1)} | ${String(long.length)} | ${longest} |`;
}
