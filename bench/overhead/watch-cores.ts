import { cpus } from 'node:os';
import type { Browser } from '@playwright/test';

/** Cores that were busy on average: 1 is one core all the time. */
export interface BusyCores {
  readonly browser: number;
  /** Everything else on the machine, this program too. */
  readonly others: number;
}

/**
 * Begins to watch the machine's cores.
 *
 * @returns what ends it and tells.
 */
export async function watchCores(browser: Browser): Promise<() => Promise<BusyCores>> {
  const before = await readTimes(browser);
  return async () => {
    const after = await readTimes(browser);
    const seconds = (after.at - before.at) / 1000;
    const inBrowser = (after.browser - before.browser) / seconds;
    const inAll = (after.all - before.all) / seconds;
    return { browser: inBrowser, others: Math.max(0, inAll - inBrowser) };
  };
}

/** Seconds of work so far: of the browser's processes, as it tells itself, and of all cores. */
async function readTimes(browser: Browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const inBrowser = processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  await session.detach();
  const inAll = cpus().reduce((sum, { times }) => {
    return sum + (times.user + times.nice + times.sys + times.irq) / 1000;
  }, 0);
  return { at: performance.now(), browser: inBrowser, all: inAll };
}
