import { expect, it } from 'vitest';
import {
  growTree,
  makeArm,
  plantTree,
  type RewardModelDescription,
  type SamplingTree,
} from '../../core/index.ts';
import {
  fakeHeader,
  fakePlan,
  fakePolicy,
  fakeRewardModel,
  runToEnd,
} from '../../core/testing/fake-run.ts';
import { lookedUp, makeReport } from './make-report.ts';
import { ReportData } from './report-data.ts';
import { reportFiles } from './report.ts';

async function sampled(
  prompt: string,
  settings: RewardModelDescription['settings'] = {},
): Promise<SamplingTree> {
  const plan = fakePlan([makeArm('prs', 4, [2, 2]), makeArm('prand', 4, [4])], { prompt });
  const header = fakeHeader(plan);
  const scorer = { ...header.rewardModel, settings };
  const planted = plantTree({ ...header, id: prompt, rewardModel: scorer });
  const policy = fakePolicy((_, call) => `${prompt} `.repeat(call).trim());
  const rewardModel = fakeRewardModel(({ response }) => (response.length * 7) % 5);
  const { events } = await runToEnd(planted, policy, rewardModel);
  return events.reduce(growTree, planted);
}

it('writes of a copy, with what was looked up before, what is written of the runs themselves', async () => {
  const data = new ReportData();
  for (const prompt of ['Why?', 'How?', 'Why?']) data.add(await sampled(prompt));
  const lookups = {
    kindOf: (prompt: string) => (prompt === 'Why?' ? 'explain' : null),
    trustOf: () => [{ sentence: 'Preferred the better of two answers.', isChance: true }],
    favouredBy: (id: string) => `${id} favours length.`,
  };
  const asked = { question: 'What?', baseline: null, areChosen: true };
  const sent = structuredClone({ ...data.parts, ...lookedUp(data, lookups), ...asked });
  const files = makeReport(sent);
  expect(files).toEqual(reportFiles({ data, ...lookups, ...asked }));
  const page = files.find(({ name }) => name === 'report.html')?.text;
  expect(page).toContain('Preferred the better of two answers.');
  expect(page).toContain('1 copy of runs');
  expect(files.some(({ name }) => name.endsWith('-kinds.csv'))).toBe(true);
});

it('keeps apart what is known of two scorers of one version whose settings differ', async () => {
  const data = new ReportData();
  for (const [prompt, weight] of [
    ['Why?', 1],
    ['How?', 2],
  ] as const) {
    data.add(await sampled(prompt, { weight }));
  }
  const lookups = {
    kindOf: () => null,
    trustOf: ({ settings }: RewardModelDescription) =>
      settings.weight === 1 ? [{ sentence: 'Preferred the better one.', isChance: true }] : [],
    favouredBy: () => null,
  };
  const asked = { question: 'What?', baseline: null, areChosen: false };
  const page = makeReport({ ...data.parts, ...lookedUp(data, lookups), ...asked }).find(
    ({ name }) => name === 'report.html',
  )?.text;
  expect(page).toContain('where it was measured: Preferred the better one.');
  expect(page).toContain('prefers the better of two answers was not measured here.');
});
