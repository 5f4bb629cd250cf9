import { isDeepStrictEqual } from 'node:util';
import { expect, type BrowserContext, type Page } from '@playwright/test';
import { readKeptRuns } from '../../e2e/app/kept-runs.ts';
import { PlaygroundPage } from '../../e2e/app/playground-page.ts';
import { replay, type StoredRun } from '../../src/core/index.ts';
import type { Attack, PreparedAttack } from '../attack.ts';
import { OwnBrowser } from '../browser/own-browser.ts';
import { serveScriptedPage, type ServedPage } from '../browser/serve-scripted-page.ts';
import { Chance } from '../chance.ts';
import { ConfirmedWrites } from './confirmed-writes.ts';

/** Where runs are killed, and how they are begun there. */
export interface Scene {
  serve(): Promise<ServedPage>;
  setUp(playground: PlaygroundPage): Promise<void>;
  /** After which the latest kill comes. */
  readonly longestMilliseconds: number;
  /** Whether the same run always writes the same. */
  readonly isRepeatable: boolean;
}

const WAYS = ['tab-closed', 'reloaded', 'tab-crashed', 'browser-killed'] as const;
type Way = (typeof WAYS)[number];

/** A run is killed while it samples: what was stored or shown is there again, can be read, and goes on to the same end. */
export const KILLED_RUNS: Attack = {
  id: 'kills',
  title: 'runs killed while they sampled',
  tries: { small: 3, whole: 60 },
  prepare: () =>
    prepareKills({
      serve: serveScriptedPage,
      setUp: () => Promise.resolve(),
      longestMilliseconds: 2_000,
      isRepeatable: true,
    }),
};

/** Texts by arm and node. */
type Texts = ReadonlyMap<string, string>;

export async function prepareKills(scene: Scene): Promise<PreparedAttack> {
  const served = await scene.serve();
  const counts = { confirmed: 0, shown: 0, continued: 0 };
  let undisturbed: Texts | null = null;
  const sit = async <Made>(work: (sitting: Sitting) => Promise<Made>): Promise<Made> => {
    const browser = await OwnBrowser.create();
    try {
      return await work(new Sitting(browser, served.url, await browser.start()));
    } finally {
      await browser.remove();
    }
  };
  return {
    attempt: async (seed) => {
      if (scene.isRepeatable) undisturbed ??= await sit((sitting) => sitting.runUndisturbed(scene));
      const chance = new Chance(seed);
      const way = WAYS[seed % WAYS.length] ?? 'reloaded';
      const moment = chance.below(scene.longestMilliseconds);
      return sit((sitting) => sitting.killAndGoOn(scene, way, moment, { undisturbed, counts }));
    },
    summary: () =>
      `${String(counts.confirmed)} events stored before and ${String(counts.shown)} rewards shown, all there; ${String(counts.continued)} runs continued`,
    close: () => served.close(),
  };
}

/** A person at the page: from opening it to the end of what came after the kill. */
class Sitting {
  readonly #browser: OwnBrowser;
  readonly #url: string;
  readonly #writes = new ConfirmedWrites();
  #context: BrowserContext;

  constructor(browser: OwnBrowser, url: string, context: BrowserContext) {
    this.#browser = browser;
    this.#url = url;
    this.#context = context;
  }

  async runUndisturbed(scene: Scene): Promise<Texts> {
    const playground = await this.#begin(scene);
    await playground.expectState('finished');
    const [run] = await readKeptRuns(playground.page);
    if (run === undefined) throw new Error('A run that nobody disturbed is not kept.');
    return textsOf(run);
  }

  async killAndGoOn(
    scene: Scene,
    way: Way,
    moment: number,
    { undisturbed, counts }: { readonly undisturbed: Texts | null; readonly counts: Counts },
  ): Promise<string | null> {
    const { page } = await this.#begin(scene);
    await page.waitForTimeout(moment);
    const shown = await shownRewards(page);
    const after = await this.#kill(way, page);
    await after.goto(this.#url);
    const [run, ...others] = await readKeptRuns(after);
    if (others.length > 0) return 'One run became several.';
    if (run === undefined) return shown.length > 0 ? 'All that was shown is lost.' : null;
    const { id } = run.header;
    if (run.events.length < this.#writes.of(id)) return 'What was stored is lost.';
    counts.confirmed += this.#writes.of(id);
    counts.shown += shown.length;
    const stored = textsOf(run);

    const finished = await goOn(after, `${this.#url}#/run/${id}`, shown);
    if (typeof finished === 'string') return finished;
    counts.continued += finished.events.length > run.events.length ? 1 : 0;
    const texts = textsOf(finished);
    if (![...stored].every(([node, text]) => texts.get(node) === text)) return 'A text changed.';
    return undisturbed === null || isDeepStrictEqual(texts, undisturbed)
      ? null
      : 'It ended with other texts than a run that nobody disturbed.';
  }

  async #begin(scene: Scene): Promise<PlaygroundPage> {
    await this.#writes.watch(this.#context);
    const page = await this.#context.newPage();
    await page.goto(this.#url);
    const playground = new PlaygroundPage(page);
    await expect(page.getByRole('combobox', { name: 'Model' })).toBeVisible();
    await scene.setUp(playground);
    await playground.run.click();
    return playground;
  }

  /** @returns a page of the same browser, or of the browser started again */
  async #kill(way: Way, page: Page): Promise<Page> {
    switch (way) {
      case 'reloaded':
        await page.reload();
        return page;
      case 'tab-closed':
        await page.close();
        return this.#context.newPage();
      case 'tab-crashed': {
        const crashed = page.waitForEvent('crash');
        const devtools = await this.#context.newCDPSession(page);
        // The reply to this never comes.
        void devtools.send('Page.crash').catch(() => undefined);
        await crashed;
        return this.#context.newPage();
      }
      case 'browser-killed':
        await this.#browser.kill();
        this.#context = await this.#browser.start();
        return this.#context.newPage();
    }
  }
}

interface Counts {
  confirmed: number;
  shown: number;
  continued: number;
}

/** Opens the run again and continues it. @returns it as it is kept at the end, or what was lost */
async function goOn(
  page: Page,
  address: string,
  shown: readonly string[],
): Promise<StoredRun | string> {
  await page.goto(address);
  const playground = new PlaygroundPage(page);
  await expect(playground.main).toHaveAttribute('data-run-state', /^(stopped|finished)$/);
  const there = await shownRewards(page);
  const missing = shown.find((label) => !there.includes(label));
  if (missing !== undefined) return `“${missing}” was shown before, and isn’t now.`;
  if ((await playground.main.getAttribute('data-run-state')) === 'stopped') {
    await page.getByRole('button', { name: 'Continue' }).click();
    await playground.expectState('finished');
  }
  const [run] = await readKeptRuns(page);
  return run ?? 'It went away when it was continued.';
}

/** Names of scored nodes with their rewards, as the page shows them at this moment. */
function shownRewards(page: Page): Promise<readonly string[]> {
  return page.locator('[aria-label*=", reward "]').evaluateAll((nodes) =>
    nodes.flatMap((node) => {
      const [label] = /^[^,]+, reward [−\d.]+/.exec(node.getAttribute('aria-label') ?? '') ?? [];
      return label === undefined ? [] : [label];
    }),
  );
}

function textsOf({ header, events }: StoredRun): Texts {
  const texts = new Map<string, string>();
  for (const { arm, nodes } of replay(header, events).arms) {
    for (const { id, progress } of nodes) {
      if (progress.status === 'finished') texts.set(`${arm.id} ${id}`, progress.text);
    }
  }
  return texts;
}
