import { expect, it } from 'vitest';
import { growTree, makeArm, plantTree, pool, rewardOf } from '../../core/index.ts';
import {
  fakeHeader,
  fakePlan,
  fakePolicy,
  fakeRewardModel,
  runToEnd,
} from '../../core/testing/fake-run.ts';
import { factsOfRun } from './run-facts.ts';
import { namedGroups } from './run-group.ts';
import { literalFacts } from './testing/literal-facts.ts';

it('reads of a sampled run what its tree says', async () => {
  const plan = fakePlan([makeArm('prs', 4, [2, 2]), makeArm('rand', 4, [4])]);
  const planted = plantTree(fakeHeader(plan));
  expect(factsOfRun(planted).arms).toEqual([]);
  const policy = fakePolicy((_, call) => 'word '.repeat(call).trim());
  const rewardModel = fakeRewardModel(({ response }) => response.length);
  const { events } = await runToEnd(planted, policy, rewardModel);
  const tree = events.reduce(growTree, planted);
  const { arms, prompt, preference, seed } = factsOfRun(tree);
  expect({ prompt, preference, seed }).toEqual({
    prompt: 'Why is the sky blue?',
    preference: 'Be brief.',
    seed: 42,
  });
  expect(arms.map(({ label, budget, isDraftsAlone }) => [label, budget, isDraftsAlone])).toEqual([
    ['PRS 2/2', 4, false],
    ['Rand 4', 4, true],
  ]);
  arms.forEach(({ rewards, reward, better }, place) => {
    const arm = tree.arms[place];
    expect(rewards).toEqual(arm === undefined ? [] : pool(arm).map(rewardOf));
    expect(reward).toBe(Math.max(...rewards.map((each) => each ?? -Infinity)));
    expect(better.at(-1)?.reward).toBe(reward);
  });
});

it('groups what may be averaged, and names groups by what differs', () => {
  const plan = fakePlan([makeArm('rand', 1, [1])]);
  const header = fakeHeader(plan);
  const { settings, ...scorer } = header.rewardModel;
  const of = (changes: Partial<typeof header>) => factsOfRun(plantTree({ ...header, ...changes }));
  const runs = [
    of({}),
    of({ plan: { ...plan, prompt: 'Other?', preference: '', seed: 7 } }),
    of({ plan: { ...plan, sampling: { ...plan.sampling, temperature: 0.1 } } }),
    of({ rewardModel: { ...scorer, settings: { ...settings, weight: 2 } } }),
  ];
  expect(namedGroups(runs).map(({ name, runs: count }) => [name, count])).toEqual([
    ['Fake, scored by Fake, temperature 0.8', 2],
    expect.arrayContaining([1]),
    expect.arrayContaining([1]),
  ]);
  expect(new Set(namedGroups(runs).map(({ name }) => name)).size).toBe(3);
  const [one, other] = [
    { weight: 2, length: 1 },
    { length: 1, weight: 2 },
  ].map((changed) => of({ rewardModel: { ...scorer, settings: changed } }).group.key);
  expect(one).toBe(other);
  expect(namedGroups([literalFacts({ arms: {} })])).toHaveLength(1);
});
