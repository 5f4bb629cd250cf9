import { loadavg } from 'node:os';
import { join } from 'node:path';
import { quantileSorted } from 'd3-array';
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { build, preview } from 'vite';
import { QUIET_FLAGS } from '../../scripts/setup/browser.mjs';
import type { Shape } from './page/large-arm.ts';

const CONFIG = join(import.meta.dirname, 'page/vite.config.ts');
const PORT = 4399;
const SIZES = [100, 1_000, 10_000];
const SHAPES: readonly Shape[] = ['wide', 'deep'];
const STEPS = 20;

/** Milliseconds of the page's main thread: script, style, layout and paint. */
interface Measured {
  readonly drawn: number;
  /** 95 of 100 steps take no longer. */
  readonly zoomed: number;
  readonly panned: number;
  /** The middle one. */
  readonly token: number;
  /** Of the tree's drawing, MB, after the garbage was collected. */
  readonly heap: number;
}

/** Prints one table. Both draw the same nodes in one browser, one after the other. */
export async function measureAndReport(browserPath: string, most: number): Promise<void> {
  await build({ configFile: CONFIG });
  const server = await preview({
    configFile: CONFIG,
    preview: { host: 'localhost', port: PORT, strictPort: false },
  });
  const browser = await chromium.launch({
    executablePath: browserPath,
    args: [...QUIET_FLAGS, '--enable-precise-memory-info'],
  });
  try {
    console.log(`Load of the machine over the last minute: ${(loadavg()[0] ?? 0).toFixed(1)}\n`);
    console.log(HEAD);
    for (const shape of SHAPES) {
      for (const nodes of SIZES.filter((size) => size <= most)) {
        const url = server.resolvedUrls?.local[0] ?? '';
        const ours = await measure(browser, url, { drawnBy: 'page', shape, nodes });
        const theirs = await measure(browser, url, { drawnBy: 'xyflow', shape, nodes });
        console.log(rowOf(`${nodes.toLocaleString('en')}, ${shape}`, ours, theirs));
      }
    }
  } finally {
    await browser.close();
    await server.close();
  }
}

interface Wish {
  readonly drawnBy: 'page' | 'xyflow';
  readonly shape: Shape;
  readonly nodes: number;
}

async function measure(browser: Browser, url: string, wish: Wish): Promise<Measured> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  await page.goto(url);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await page.evaluate(({ drawnBy, shape, nodes }) => {
    treePage.prepare(drawnBy, shape, nodes);
  }, wish);
  const empty = await heapOf(session);
  const drawn = await busyWhile(page, session, () =>
    page.evaluate(() => {
      treePage.draw();
    }),
  );
  const heap = (await heapOf(session)) - empty;
  const token = await repeat(page, session, () =>
    page.evaluate(() => {
      treePage.writeToken();
    }),
  );
  await page.mouse.move(600, 300);
  await page.keyboard.down('Control');
  const zoomed = await repeat(page, session, () => page.mouse.wheel(0, -40));
  await page.keyboard.up('Control');
  await page.mouse.down();
  const panned = await repeat(page, session, (step) =>
    page.mouse.move(600 - 15 * step, 300 - 5 * step),
  );
  await page.mouse.up();
  await page.close();
  return {
    drawn,
    zoomed: quantileSorted(zoomed, 0.95) ?? Number.NaN,
    panned: quantileSorted(panned, 0.95) ?? Number.NaN,
    token: quantileSorted(token, 0.5) ?? Number.NaN,
    heap,
  };
}

/** What each of some steps took, the shortest first. */
async function repeat(
  page: Page,
  session: CDPSession,
  act: (step: number) => Promise<void>,
): Promise<number[]> {
  const took: number[] = [];
  for (let step = 1; step <= STEPS; step += 1) {
    took.push(await busyWhile(page, session, () => act(step)));
  }
  return took.sort((one, other) => one - other);
}

/** Milliseconds for which the page's main thread was busy until what was done is on the screen. */
async function busyWhile(
  page: Page,
  session: CDPSession,
  act: () => Promise<void>,
): Promise<number> {
  const before = await metric(session, 'TaskDuration');
  await act();
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => {
          requestAnimationFrame(() => {
            resolve();
          });
        });
      }),
  );
  return ((await metric(session, 'TaskDuration')) - before) * 1000;
}

async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  return (await metric(session, 'JSHeapUsedSize')) / 1_000_000;
}

async function metric(session: CDPSession, name: string): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find((each) => each.name === name)?.value ?? Number.NaN;
}

const HEAD = [
  '| nodes | first drawing, ms | zoom, p95 ms | pan, p95 ms | one token, ms | heap, MB |',
  '| --- | ---: | ---: | ---: | ---: | ---: |',
].join('\n');

/** Ours, theirs and the first over the second. */
function rowOf(name: string, ours: Measured, theirs: Measured): string {
  const cells = (['drawn', 'zoomed', 'panned', 'token', 'heap'] as const).map((key) => {
    const [one, other] = [ours[key], theirs[key]];
    return `${one.toFixed(1)} ÷ ${other.toFixed(1)} = ${(one / other).toFixed(2)}`;
  });
  return `| ${name} | ${cells.join(' | ')} |`;
}
