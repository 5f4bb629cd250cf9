import type { Browser, CDPSession, Page } from '@playwright/test';
import { PlaygroundPage } from '../../e2e/app/playground-page.ts';

/** The network and the processor of the aim: 10 Mbit/s, and a quarter of this machine's speed. */
export const SLOW = { bytesPerSecond: 10_000_000 / 8, latency: 20, cpu: 4 } as const;

/** Milliseconds from the first byte of the page. */
export interface FirstPicture {
  /** The recorded run's dots are in the document and were drawn. */
  readonly picture: number;
  /** Run can be pressed. */
  readonly usable: number;
  /** Everything that had to be fetched for it was there; what is left is the page's own work. */
  readonly fetched: number;
  /** Of the work of the page's thread until all was still, in script. */
  readonly script: number;
}

const PICTURE = '[aria-label="Sampling tree of PRS 4/4"] [role="button"]';
const USABLE = '#run:not(:disabled)';
const MOST_MILLISECONDS = 120_000;

/** Visits the page for the first time, in a fresh window. */
export async function measureFirstPicture(
  browser: Browser,
  appUrl: string,
  slowdown: number,
): Promise<FirstPicture> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await slowDown(session, slowdown);
    await noteWhenDrawn(page, { picture: PICTURE, usable: USABLE });
    await page.goto(appUrl);
    await page.waitForFunction(
      () => ['picture', 'usable'].every((name) => performance.getEntriesByName(name).length > 0),
      undefined,
      { timeout: MOST_MILLISECONDS, polling: 500 },
    );
    return { ...(await readMarks(page)), script: await scriptMilliseconds(session) };
  } finally {
    await context.close();
  }
}

async function slowDown(session: CDPSession, slowdown: number): Promise<void> {
  const { bytesPerSecond, latency } = SLOW;
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await watchWork(session);
}

/** By the time that the thread itself worked: what other programs took of the processor meanwhile doesn't count. */
async function watchWork(session: CDPSession): Promise<void> {
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
}

/** Marks the moment after the frame in which each of them was first there. */
async function noteWhenDrawn(page: Page, selectors: Readonly<Record<string, string>>) {
  await page.addInitScript((wanted) => {
    const left = new Map(Object.entries(wanted));
    const observer = new MutationObserver(() => {
      for (const [name, selector] of left) {
        if (document.querySelector(selector) === null) continue;
        left.delete(name);
        // The frame is drawn after the callbacks of its beginning, and before the next task.
        requestAnimationFrame(() => {
          setTimeout(() => performance.mark(name));
        });
      }
      if (left.size === 0) observer.disconnect();
    });
    observer.observe(document, { childList: true, subtree: true, attributes: true });
  }, selectors);
}

async function readMarks(page: Page): Promise<Omit<FirstPicture, 'script'>> {
  return page.evaluate(() => {
    const [visit] = performance.getEntriesByType('navigation');
    const firstByte = visit instanceof PerformanceNavigationTiming ? visit.responseStart : 0;
    const at = (name: string): number =>
      (performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN) - firstByte;
    const needed = performance
      .getEntriesByType('resource')
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .map(({ responseEnd }) => responseEnd - firstByte)
      .filter((end) => end <= at('picture'));
    return { picture: at('picture'), usable: at('usable'), fetched: Math.max(0, ...needed) };
  });
}

/** Script of the page's thread since it began. */
async function scriptMilliseconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN);
}

/** Of each step of the split, in milliseconds. */
export interface SplitStep {
  /** From the event until its handlers were done, by the clock: what the drawing of the step waits for. */
  readonly before: number;
  /** In the page's own code, what it does once the step is drawn included. */
  readonly script: number;
  /** In all of the page's thread: code, styles, layout and drawing. */
  readonly all: number;
}

/** N of the pool. */
export const BUDGET = 16;

/** Moves the split of the recorded run over its whole pool and back, by the keys of its slider. */
export async function measureSplitSteps(
  browser: Browser,
  appUrl: string,
): Promise<readonly SplitStep[]> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  try {
    const page = await context.newPage();
    const playground = new PlaygroundPage(page);
    await page.goto(appUrl);
    await playground.setNumber('Budget N', BUDGET);
    await playground.setDrafts(0);
    await playground.tree(`PRS 0/${String(BUDGET)}`).waitFor();
    await page.getByRole('list', { name: 'What is measured of the preference' }).waitFor();
    const session = await context.newCDPSession(page);
    await watchWork(session);
    await noteSteps(page);
    await page.getByRole('slider', { name: 'Drafts N0' }).focus();
    const keys = [
      ...Array.from({ length: BUDGET }, () => 'ArrowRight'),
      ...Array.from({ length: BUDGET }, () => 'ArrowLeft'),
    ];
    const steps: SplitStep[] = [];
    for (const key of keys) steps.push(await measureStep(page, session, key));
    return steps;
  } finally {
    await context.close();
  }
}

/** Notes for each step how long its handlers took, React's drawing into the document included. */
async function noteSteps(page: Page): Promise<void> {
  await page.evaluate(() => {
    let begun = 0;
    const begin = (): void => {
      begun = performance.now();
    };
    // React listens on an element between the two.
    addEventListener('input', begin, { capture: true });
    addEventListener('input', () => {
      performance.measure('step', { start: begun });
    });
  });
}

async function readLastStep(page: Page): Promise<number> {
  return page.evaluate(() => performance.getEntriesByName('step').at(-1)?.duration ?? Number.NaN);
}

const SETTLED = 400;

/** One press of a key, until the picture is still. */
async function measureStep(page: Page, session: CDPSession, key: string): Promise<SplitStep> {
  await page.waitForTimeout(SETTLED);
  const before = await readWork(session);
  await page.keyboard.press(key);
  await page.waitForTimeout(SETTLED);
  const after = await readWork(session);
  return {
    before: await readLastStep(page),
    script: after.script - before.script,
    all: after.all - before.all,
  };
}

async function readWork(session: CDPSession): Promise<Omit<SplitStep, 'before'>> {
  const { metrics } = await session.send('Performance.getMetrics');
  const milliseconds = (wanted: string): number =>
    1000 * (metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN);
  return { script: milliseconds('ScriptDuration'), all: milliseconds('TaskDuration') };
}
