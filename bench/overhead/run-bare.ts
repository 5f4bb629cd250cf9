import type { Browser } from '@playwright/test';
import type { GenerationRequest } from '../../src/core/index.ts';
import type { Bare, BareEngine, BareRun } from './bare/bare.ts';
import type { ServedPages } from './serve-pages.ts';
import { watchCores, type BusyCores } from './watch-cores.ts';

export interface BareParts {
  readonly browser: Browser;
  readonly pages: ServedPages;
}

/** Sends the layers' requests in a fresh window of the bare page, and closes it, model and all. */
export function runBare(
  parts: BareParts,
  layers: readonly (readonly GenerationRequest[])[],
): Promise<BareRun & { readonly engine: BareEngine; readonly cores: BusyCores }> {
  return withBarePage(parts, async (bare, engine) => {
    const stopWatching = await watchCores(parts.browser);
    const run = await bare.send(layers);
    return { ...run, engine, cores: await stopWatching() };
  });
}

/** Opens the bare page in a window of its own and loads the model in it. */
export async function withBarePage<Result>(
  { browser, pages }: BareParts,
  work: (bare: Omit<Bare, 'load'>, engine: BareEngine) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(0);
    await page.goto(pages.bareUrl);
    await page.waitForFunction(() => 'bare' in window);
    const engine = await page.evaluate((url) => window.bare.load(url), pages.modelUrl);
    const bare: Omit<Bare, 'load'> = {
      send: (layers) => page.evaluate((all) => window.bare.send(all), layers),
      sharedTokens: (earlier, later) =>
        page.evaluate((both) => window.bare.sharedTokens(...both), [earlier, later] as const),
    };
    return await work(bare, engine);
  } finally {
    await context.close();
  }
}
