import { messageOf } from '../../src/core/index.ts';
import { chromium } from '@playwright/test';
import { QUIET_FLAGS } from '../../scripts/setup/browser.mjs';
import { PlainError } from '../../scripts/terminal/plain-error.mjs';
import { runToTheEnd } from '../../scripts/terminal/run-to-the-end.mjs';
import { measureOverhead } from './measure-overhead.ts';
import type { Options } from './options.mjs';
import { report } from './report.ts';
import { servePages } from './serve-pages.ts';

/** Measures and prints; where it can't, one sentence and exit code 1. */
export function measureAndReport(browserPath: string, options: Options): Promise<void> {
  return runToTheEnd(async () => {
    const pages = await servePages();
    try {
      const browser = await chromium.launch({ executablePath: browserPath, args: QUIET_FLAGS });
      try {
        console.log(report(await measureOverhead({ browser, pages, options, say: console.log })));
      } finally {
        await browser.close();
      }
    } catch (error) {
      throw inOneSentence(error);
    } finally {
      await pages.close();
    }
  });
}

/** What fails in the browser is told without the browser's log and this program's stack. */
function inOneSentence(error: unknown): PlainError {
  if (error instanceof PlainError) return error;
  const words = messageOf(error);
  const [first = ''] = words.split('\n');
  return new PlainError(`The measurement broke off in the browser: ${first}`, { cause: error });
}
