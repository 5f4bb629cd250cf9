import { expect, test as base } from '@playwright/test';
import { findArm, replay, type ArmTree, type RunHeader } from '../../src/core/index.ts';
import { parseRunFile } from '../../src/storage/index.ts';
import { expectKept } from './kept-runs.ts';
import { LibraryPage } from './library-page.ts';
import { PlaygroundPage, PRS, RUN_TIMEOUT } from './playground-page.ts';

/** A run that has just finished on a page, and what was kept of it: what the page shows is held against that. */
export interface FinishedRun {
  readonly playground: PlaygroundPage;
  readonly header: RunHeader;
  readonly arm: ArmTree;
  /** Its file, as the page exported it. */
  readonly file: string;
}

/**
 * Tests that read one and the same finished PRS run, because a run takes longer than most of them. A test that fails takes
 * the page down with it; the next one gets a fresh run.
 */
export function testsOfOneRun(budget: number) {
  return base.extend<object, { readonly finished: FinishedRun }>({
    finished: [
      async ({ browser }, use) => {
        const context = await browser.newContext();
        const playground = new PlaygroundPage(await context.newPage());
        await playground.open();
        await playground.limitTokens(14, 14);
        await playground.setNumber('Budget N', budget);
        await playground.chooseArms(PRS);
        await playground.run.click();
        await playground.expectState('finished');
        await expectKept(playground.page, ({ type }) => type === 'run-finished');
        await use({ playground, ...(await storedRun(playground)) });
        await context.close();
      },
      { scope: 'worker', timeout: RUN_TIMEOUT },
    ],
  });
}

async function storedRun(playground: PlaygroundPage): Promise<Omit<FinishedRun, 'playground'>> {
  const library = new LibraryPage(playground.page);
  await playground.show('Runs');
  const [name = ''] = await library.names();
  const { text } = await library.export(name);
  await playground.show('Playground');
  await playground.expectState('finished');

  const parsed = parseRunFile(text);
  if (!parsed.ok) throw new Error(parsed.message);
  const { header, events } = parsed.run;
  const arm = findArm(replay(header, events), 'prs');
  if (arm === null) throw new Error('the run has no PRS arm');
  expect(arm.status).toBe('finished');
  return { header, arm, file: text };
}
