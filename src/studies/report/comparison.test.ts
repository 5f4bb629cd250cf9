import { expect, it } from 'vitest';
import { type Arm, growTree, makeArm, plantTree, type SamplingTree } from '../../core/index.ts';
import {
  fakeHeader,
  fakePlan,
  fakePolicy,
  fakeRewardModel,
  runToEnd,
} from '../../core/testing/fake-run.ts';
import { comparisonSections } from './comparison.ts';
import { ReportData } from './report-data.ts';

const ARMS = [makeArm('prs', 4, [2, 2]), makeArm('rand', 4, [4])];

async function sampled(
  id: string,
  prompt: string,
  version = 1,
  arms: readonly Arm[] = ARMS,
): Promise<SamplingTree> {
  const header = fakeHeader(fakePlan(arms, { prompt }));
  const planted = plantTree({ ...header, id, rewardModel: { ...header.rewardModel, version } });
  const policy = fakePolicy((_, call) => 'word '.repeat(call).trim());
  const rewardModel = fakeRewardModel(({ response }) => response.length);
  const { events } = await runToEnd(planted, policy, rewardModel);
  return events.reduce(growTree, planted);
}

const linesOf = (data: ReportData) =>
  comparisonSections(data).map(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'chart' && block.chart.kind === 'curves'
        ? block.chart.curves.map(({ label }) => label)
        : [],
    ),
  );

const sentencesOf = (data: ReportData) =>
  comparisonSections(data).flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'sentences' ? block.sentences : [])),
  );

it('lays studies of one scorer over each other, and has nothing to say of one alone', async () => {
  const data = new ReportData();
  data.add(await sampled('a', 'Why?'), 'small');
  data.add(await sampled('b', 'When?'), 'small');
  expect(linesOf(data)).toEqual([]);
  data.add(await sampled('c', 'Why?'), 'large');
  expect(linesOf(data)).toEqual([
    ['small: PRS 2/2', 'large: PRS 2/2', 'small: Rand 4', 'large: Rand 4'],
  ]);
});

it('holds no two versions of a scorer against each other', async () => {
  const data = new ReportData();
  data.add(await sampled('a', 'Why?', 1), 'small');
  data.add(await sampled('b', 'Why?', 2), 'large');
  expect(linesOf(data)).toEqual([]);
});

it('takes another chart where one strategy has more lines than are told apart', async () => {
  const data = new ReportData();
  for (const name of 'abcdefg') data.add(await sampled(name, 'Why?'), name);
  const [section] = comparisonSections(data);
  const charts = section?.blocks.filter(({ kind }) => kind === 'chart') ?? [];
  expect(charts).toHaveLength(2);
  expect(linesOf(data)[0]).toHaveLength(7);
});

it('draws every strategy that there is room for', async () => {
  const arms = [makeArm('tpo', 4, [2, 2]), makeArm('rand', 4, [4])];
  const data = new ReportData();
  for (const name of ['small', 'large']) data.add(await sampled(name, 'Why?', 1, arms), name);
  expect(linesOf(data)).toEqual([
    ['large: Rand 4', 'small: Rand 4', 'large: TPO-style 2/2', 'small: TPO-style 2/2'],
  ]);
  expect(sentencesOf(data)).not.toContainEqual(expect.stringContaining('In the tables alone'));
});

it('says which strategies are in the tables alone', async () => {
  const data = new ReportData();
  for (const name of 'abcd') data.add(await sampled(name, 'Why?'), name);
  expect(linesOf(data)).toEqual([['a: PRS 2/2', 'b: PRS 2/2', 'c: PRS 2/2', 'd: PRS 2/2']]);
  expect(sentencesOf(data)).toContain(
    'In the tables alone, since a chart tells 6 lines apart: Rand 4.',
  );
});
