import { expect } from '@playwright/test';
import { parseRunFile } from '../../src/storage/index.ts';
import { testsOfOneRun } from './finished-run.ts';
import { expectKept } from './kept-runs.ts';
import { LibraryPage } from './library-page.ts';
import { RUN_TIMEOUT } from './playground-page.ts';
import { ScoringPage } from './scoring-page.ts';

/** Three responses, so that a judge of pairs is asked six times and not thirty. */
const test = testsOfOneRun(3);
const ARM = 'PRS 2/1';

test.describe.configure({ mode: 'serial', timeout: RUN_TIMEOUT });

test('controls and confidence read the run at once, and the winner changes', async ({
  finished,
}) => {
  const scoring = new ScoringPage(finished.playground.page);
  const own = await finished.playground.rewards(ARM);
  const ownWinner = await finished.playground.winner(ARM);
  const winners = new Map<string, string>();
  for (const name of await scoring.scorings()) {
    await scoring.readBy(name);
    const rewards = await finished.playground.rewards(ARM);
    expect([...rewards.keys()]).toEqual([...own.keys()]);
    const winner = await finished.playground.winner(ARM);
    expect(rewards.get(winner)).toBe(Math.max(...rewards.values()));
    winners.set(name, winner);
  }
  expect([...winners.keys()]).toEqual([
    'Rubric, as sampled',
    'Rubric, weights as set now',
    'Pick-longest',
    'Pick-at-random',
    'Confidence: mean log-probability',
    'Confidence: self-certainty (estimate)',
  ]);
  expect(new Set(winners.values()).size).toBeGreaterThan(1);
  await scoring.readBy('Rubric, as sampled');
  expect(await finished.playground.winner(ARM)).toBe(ownWinner);
  expect(await finished.playground.rewards(ARM)).toEqual(own);
});

test('moving a weight colours the tree anew, and leaves the kept rewards alone', async ({
  finished,
}) => {
  const { playground } = finished;
  const scoring = new ScoringPage(playground.page);
  const own = await playground.rewards(ARM);
  await playground.chooseScorer('Rubric');
  await playground.page.getByRole('slider', { name: 'Answers the prompt' }).fill('3');
  await expect(scoring.shownBy).toHaveValue('at-once:rubric');
  await expect.poll(() => playground.rewards(ARM)).not.toEqual(own);
  await playground.page.getByRole('button', { name: 'Back to the default weights' }).click();
  await expect.poll(() => playground.rewards(ARM)).toEqual(own);
  await scoring.readBy('Rubric, as sampled');
});

test('the policy’s own probabilities score it: preference information and the blend', async ({
  finished,
}) => {
  const scoring = new ScoringPage(finished.playground.page);
  for (const [name, ways] of [
    ['Preference information', null],
    ['Blend for the embedded model', { bothWays: false }],
  ] as const) {
    await scoring.scoreAgain(name, ways);
    await scoring.readBy(name);
    expect((await finished.playground.rewards(ARM)).size).toBe(3);
  }
  await scoring.scoreAgain('Prompt information', { bothWays: true });
  await finished.playground.openNode(ARM, 'Draft 1');
  await expect(finished.playground.node.getByRole('region', { name: 'Reward' })).toContainText(
    'Blend for the embedded model',
  );
});

test('the policy judges: by ratings, and by pairs in both orders', async ({ finished }) => {
  const scoring = new ScoringPage(finished.playground.page);
  await scoring.scoreAgain('Judge: rating from 1 to 5', { bothWays: false });
  await scoring.readBy(/^Judge: rating/);
  const ratings = [...(await finished.playground.rewards(ARM)).values()];
  expect(ratings).toHaveLength(3);
  for (const rating of ratings) {
    expect(rating).toBeGreaterThanOrEqual(1);
    expect(rating).toBeLessThanOrEqual(5);
  }
  await scoring.scoreAgain('Judge: pairs, in both orders', null);
  await scoring.readBy(/^Judge: pairs/);
  const strengths = [...(await finished.playground.rewards(ARM)).values()];
  expect(strengths).toHaveLength(3);
  expect(strengths.reduce((sum, each) => sum + each, 0)).toBeCloseTo(0, 1);
});

test('people vote blind, and their votes are a scoring', async ({ finished }) => {
  const { page } = finished.playground;
  const scoring = new ScoringPage(page);
  await page.getByRole('textbox', { name: 'Voter' }).fill('Ada');
  await page.getByRole('button', { name: 'Vote blind' }).click();
  const ballot = page.getByRole('dialog');
  await expect(ballot).not.toContainText(/Draft|Refinement|reward|PRS/);
  await ballot.getByRole('button', { name: /Left is better/ }).click();
  await ballot.getByRole('button', { name: 'Done' }).click();
  await scoring.readBy('Votes (1)');
  const rewards = await finished.playground.rewards(ARM);
  expect(rewards.size).toBe(2);
  expect(Math.max(...rewards.values())).toBeGreaterThan(0);
});

test('two scorers are held against each other, with lengths and with z left out', async ({
  finished,
}) => {
  const { page } = finished.playground;
  const compared = page.getByRole('region', { name: 'Two scorers' });
  const first = compared.getByRole('combobox', { name: 'First scorer' });
  // By its name: while tabs change, the panel before stands for a moment.
  const view = (name: string) => compared.getByRole('tabpanel', { name });
  await first.selectOption('own');
  await compared
    .getByRole('combobox', { name: 'Second scorer' })
    .selectOption({ label: 'Pick-longest' });
  await expect(view('Against each other')).toContainText(
    /Rank correlation \(Spearman\) −?\d\.\d\d, n = 3 responses/,
  );
  await compared.getByRole('tab', { name: 'Best of k' }).click();
  await expect(view('Best of k')).toContainText(/The curve does not turn|turns down, from/);
  await compared.getByRole('tab', { name: 'Reward and length' }).click();
  await expect(view('Reward and length')).toContainText(/per word/);
  await compared.getByRole('tab', { name: 'With z and without' }).click();
  await expect(view('With z and without')).toContainText('scored this run one way, with z only');
  await first.selectOption({ label: 'Prompt information' });
  await expect(view('With z and without')).toContainText(
    /Reading z changes the reward by .* n = 3 responses/,
  );
});

test('everything asked is kept with the run, and its file is read back', async ({ finished }) => {
  const { playground, header } = finished;
  const library = new LibraryPage(playground.page);
  await expectKept(playground.page, ({ type }) => type === 'vote-cast');
  await playground.show('Runs');
  const { text } = await library.export(header.name);
  await playground.show('Playground');
  const parsed = parseRunFile(text);
  if (!parsed.ok) throw new Error(parsed.message);
  const types = parsed.run.events.map(({ type }) => type);
  expect(types.filter((type) => type === 'scoring-started')).toHaveLength(5);
  expect(types.filter((type) => type === 'scoring-given')).toHaveLength(15);
  expect(types.filter((type) => type === 'vote-cast')).toHaveLength(1);
  await playground.page.reload();
  const scoring = new ScoringPage(playground.page);
  expect(await scoring.scorings()).toContain('Preference information');
});
