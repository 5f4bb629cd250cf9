import { expect, test } from '@playwright/test';
import type { DurableEvent, StoredRun } from '../../src/core/index.ts';
import { exportRun } from '../../src/storage/run-file/import-and-export-run.ts';
import { expectKept, readKeptRuns } from './kept-runs.ts';
import { LibraryPage } from './library-page.ts';
import { PlaygroundPage, RUN_TIMEOUT } from './playground-page.ts';

test.describe.configure({ timeout: RUN_TIMEOUT });

const REASON = 'The graphics adapter was lost.';

/** The same run under another name, as if its second draft had failed. */
function withFailedDraft({ header, events }: StoredRun): StoredRun {
  const changed = events.flatMap((event): readonly DurableEvent[] => {
    const isSecond = 'nodeId' in event && event.nodeId === 'draft-2';
    if (event.type === 'winner-chosen') return [{ ...event, nodeId: 'draft-1' }];
    if (!isSecond) return [event];
    if (event.type === 'draft-started') return [event];
    if (event.type !== 'draft-finished') return [];
    const { armId, nodeId, at } = event;
    const failure = { kind: 'engine-lost', message: REASON } as const;
    return [{ type: 'draft-failed', armId, nodeId, failure, at }];
  });
  const id = '00000000-0000-4000-8000-000000000001';
  return { header: { ...header, id, name: 'One failed' }, events: changed };
}

test('a run says why a text failed; it is tried again with its seed, and the run is whole', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.limitTokens(12, 12);
  await playground.setNumber('Budget N', 2);
  await playground.chooseArms('PRand');
  await playground.run.click();
  await playground.expectState('finished');
  const rewards = await playground.rewards('PRand 2');
  await expectKept(page, ({ type }) => type === 'run-finished');
  const [kept] = await readKeptRuns(page);
  if (kept === undefined) throw new Error('The run was not kept.');

  const library = new LibraryPage(page);
  await library.open();
  await library.import({ name: 'failed.json', text: exportRun(withFailedDraft(kept), 0) });
  await library.button('Open', 'One failed').click();
  await playground.expectState('finished');
  await playground.expectSentence(`Finished: 1 of 2 texts, 1 failed: ${REASON}`);

  await playground.openNode('PRand 2', 'Draft 2');
  await expect(playground.node).toContainText(REASON);
  await playground.node.getByRole('button', { name: 'Try again' }).click();
  await playground.expectState('finished');
  await playground.expectSentence('Finished: 2 of 2 texts.');
  expect(await playground.rewards('PRand 2')).toEqual(rewards);
  await expect(playground.node.getByRole('button', { name: 'Try again' })).toHaveCount(0);

  await page.reload();
  await playground.expectState('finished');
  await playground.expectSentence('Finished: 2 of 2 texts.');
});
