import { expect, test, type Page } from '@playwright/test';
import { PlaygroundPage, PRS, RUN_TIMEOUT } from './playground-page.ts';

test.describe.configure({ timeout: RUN_TIMEOUT });

const MADE_UP = 'SmolLM2-135M with a made-up head';

/** Loading the embedded model once more on a slow machine. */
const LOAD_TIMEOUT = 60_000;

async function sampleTwo(page: Page): Promise<PlaygroundPage> {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.limitTokens(12, 12);
  await playground.setNumber('Budget N', 2);
  await playground.chooseArms(PRS);
  await playground.run.click();
  await playground.expectState('finished');
  return playground;
}

test('a reward model is loaded when a person says so, reads a run, tests itself and goes', async ({
  page,
}) => {
  const playground = await sampleTwo(page);
  const sampled = await playground.rewards('PRS 1/1');
  expect(sampled.size).toBe(2);

  await page.getByRole('combobox', { name: 'Score again with' }).selectOption('Reward model');
  const field = page.getByRole('region', { name: 'Reward model', exact: true });
  const score = page.getByRole('button', { name: 'Score again' });
  await expect(field).toContainText('RewardBench 85.2 %, as published');
  await expect(field.getByRole('button', { name: 'Load', exact: true })).toBeDisabled();
  const workers = page.workers().length;
  await field.getByRole('combobox', { name: 'Which reward model' }).selectOption({
    label: 'A made-up head on the embedded model (proves the path; its rewards mean nothing)',
  });
  await expect(score).toBeDisabled();
  expect(page.workers()).toHaveLength(workers);

  await field.getByRole('button', { name: 'Load', exact: true }).click();
  await expect(field.getByText(`${MADE_UP} is ready.`)).toBeVisible({ timeout: LOAD_TIMEOUT });
  await expect(field.getByText('rewards mean nothing', { exact: true })).toBeVisible();
  await page.getByRole('checkbox', { name: 'Also the other way' }).uncheck();
  await score.click();
  const readBy = page.getByRole('combobox', { name: 'Read the tree by' });
  await expect(readBy.getByRole('option', { name: MADE_UP })).toBeAttached({
    timeout: LOAD_TIMEOUT,
  });
  await expect(score).toBeEnabled({ timeout: LOAD_TIMEOUT });
  await readBy.selectOption({ label: MADE_UP });
  const rewards = await playground.rewards('PRS 1/1');
  expect([...rewards.keys()].sort()).toEqual([...sampled.keys()].sort());
  expect([...rewards.values()]).not.toEqual([...sampled.values()]);
  await playground.openNode('PRS 1/1', 'Draft 1');
  await expect(playground.node).toContainText(`By ${MADE_UP} (version 2)`);

  await field.locator('summary', { hasText: 'Self-test' }).click();
  await field.getByRole('button', { name: 'Start the self-test' }).click();
  const table = field.getByRole('region', { name: 'Self-test by chat' });
  await expect(table.getByRole('row').nth(1)).toContainText('yes', { timeout: LOAD_TIMEOUT });
  await field.getByRole('button', { name: 'Stop the self-test' }).click();
  await expect(field.getByText('Stopped: the self-test says nothing yet.')).toBeVisible();

  await field.getByRole('button', { name: 'Give its memory back' }).click();
  await expect(field.getByRole('button', { name: 'Load', exact: true })).toBeEnabled();
  await expect(score).toBeDisabled();
  await expect.poll(() => page.workers().length).toBe(workers);
});
