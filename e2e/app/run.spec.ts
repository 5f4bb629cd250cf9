import { expect, test } from '@playwright/test';
import { expectKept } from './kept-runs.ts';
import { PlaygroundPage, PRS, RUN_TIMEOUT } from './playground-page.ts';

test.describe.configure({ timeout: RUN_TIMEOUT + 60_000 });

/** Every reward is there, and the winner has the highest. */
async function expectWinner(playground: PlaygroundPage, arm: string, count: number): Promise<void> {
  const rewards = await playground.rewards(arm);
  expect(rewards.size).toBe(count);
  expect(rewards.get(await playground.winner(arm))).toBe(Math.max(...rewards.values()));
}

test('PRS 4/4 beside Rand 8, with the network cut after loading', async ({ page, context }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.limitTokens(32, 24);
  await playground.chooseScorer('Blend for the embedded model');
  await playground.run.click();
  await playground.expectState('running');
  await context.setOffline(true);
  await playground.expectState('finished');

  await expectWinner(playground, 'PRS 4/4', 8);
  await expectWinner(playground, 'Rand 8', 8);
  expect(await playground.account('PRS 4/4', 'Responses')).toBe('8 of 8');
  expect(await playground.account('PRS 4/4', 'Feedback')).toBe('1');
  expect(await playground.account('PRS 4/4', 'Calls')).toBe('9');
  expect(await playground.account('Rand 8', 'Feedback')).toBe('0');
  await expect(page.getByRole('region', { name: 'Winner' })).toContainText('PRS 4/4');
  await expect(page.getByRole('region', { name: 'Verdict' })).toContainText(
    / (wins|lead level|end level), reward .* decided, a proxy for what people prefer/,
  );
});

test('the embedded model starts with the scorer that measured best with it', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await expect(page.locator('summary', { hasText: /^Scorer:/ })).toContainText(
    'Blend for the embedded model',
  );
});

test('one draft is a run too', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.limitTokens(12, 12);
  await playground.setNumber('Budget N', 1);
  await playground.chooseArms('PRand');
  await playground.run.click();
  await playground.expectState('finished');
  await expectWinner(playground, 'PRand 1', 1);
});

test('PRS 0/8 refines one greedy anchor draft that is outside the budget', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.limitTokens(12, 12);
  await playground.setDrafts(0);
  await playground.chooseArms(PRS);
  await playground.run.click();
  await playground.expectState('finished');
  const rewards = await playground.rewards('PRS 0/8');
  expect(rewards.has('Anchor draft')).toBe(true);
  expect(rewards.size).toBe(9);
  rewards.delete('Anchor draft');
  expect(rewards.get(await playground.winner('PRS 0/8'))).toBe(Math.max(...rewards.values()));
  expect(await playground.account('PRS 0/8', 'Responses')).toBe('8 of 8');
  expect(await playground.account('PRS 0/8', 'Calls')).toBe('10');
});

test('PRS 4/2/2 refines twice', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.limitTokens(12, 12);
  await playground.setNumber('Refinement layers', 2);
  await playground.chooseArms(PRS);
  await playground.run.click();
  await playground.expectState('finished');
  await expectWinner(playground, 'PRS 4/2/2', 8);
  expect(await playground.account('PRS 4/2/2', 'Feedback')).toBe('2');
});

test('PRS without feedback asks for none', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.limitTokens(12, 12);
  await playground.setNumber('Budget N', 4);
  await playground.chooseArms('PRS without feedback');
  await playground.run.click();
  await playground.expectState('finished');
  const arm = 'PRS without feedback 2/2';
  await expectWinner(playground, arm, 4);
  expect(await playground.account(arm, 'Feedback')).toBe('0');
});

test('a run that is stopped, then reloaded, keeps what is finished and goes on', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.limitTokens(24, 12);
  await playground.chooseArms(PRS);
  await playground.run.click();
  await expect(playground.nodes('PRS 4/4', 'Draft 2, reward')).toBeVisible({
    timeout: RUN_TIMEOUT,
  });
  await playground.stop.click();
  await playground.expectState('stopped');
  const stopped = await playground.rewards('PRS 4/4');
  expect(stopped.size).toBeGreaterThanOrEqual(2);
  expect(stopped.size).toBeLessThan(8);

  await expectKept(page, ({ type }) => type === 'run-stopped');
  await page.reload();
  await playground.expectState('stopped');
  expect(await playground.rewards('PRS 4/4')).toEqual(stopped);
  await expect(page.getByText('recorded', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Continue' }).click();
  await playground.expectState('finished');
  await expectWinner(playground, 'PRS 4/4', 8);
  for (const [name, reward] of stopped) {
    expect((await playground.rewards('PRS 4/4')).get(name)).toBe(reward);
  }
});

test('a page that is reloaded halfway shows the run with what was finished', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.limitTokens(24, 12);
  await playground.run.click();
  await expect(playground.nodes('PRS 4/4', 'Draft 1, reward')).toBeVisible({
    timeout: RUN_TIMEOUT,
  });
  const reward = (await playground.rewards('PRS 4/4')).get('Draft 1');
  await expectKept(page, (event) => event.type === 'reward-given' && event.nodeId === 'draft-1');
  await page.reload();
  await playground.expectState('stopped');
  expect((await playground.rewards('PRS 4/4')).get('Draft 1')).toBe(reward);
});
