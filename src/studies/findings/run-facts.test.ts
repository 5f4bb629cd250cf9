import { expect, it } from 'vitest';
import { growTree, makeArm, ownScoring, plantTree, pool, rewardOf } from '../../core/index.ts';
import {
  fakeHeader,
  fakePlan,
  fakePolicy,
  fakeRewardModel,
  runToEnd,
} from '../../core/testing/fake-run.ts';
import { factsOfRun, readingsOfRun } from './run-facts.ts';
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
  const { arms, refinements, prompt, preference, seed } = factsOfRun(tree);
  expect({ prompt, preference, seed }).toEqual({
    prompt: 'Why is the sky blue?',
    preference: 'Be brief.',
    seed: 42,
  });
  expect(arms.map(({ label, budget, isDraftsAlone }) => [label, budget, isDraftsAlone])).toEqual([
    ['PRS 2/2', 4, false],
    ['Rand 4', 4, true],
  ]);
  const spent = refinements.map((each) => each.spent);
  expect(spent.map(({ draft, feedback, refinement }) => [draft, feedback, refinement])).toEqual([
    [2, 1, 2].map((texts) => ({ texts, tokens: expect.any(Number) as number })),
  ]);
  const all = Object.values(spent[0] ?? {}).reduce((sum, { tokens }) => sum + tokens, 0);
  expect(all).toBe(arms[0]?.tokens);
  arms.forEach(({ rewards, reward, better }, place) => {
    const arm = tree.arms[place];
    expect(rewards).toEqual(arm === undefined ? [] : pool(arm).map(rewardOf));
    expect(reward).toBe(Math.max(...rewards.map((each) => each ?? -Infinity)));
    expect(better.at(-1)?.reward).toBe(reward);
  });
});

it('reads the winners of its own scorer by the rewards of another, in arms and in splits', async () => {
  const splits = [0, 1, 2].map((n0) => ({
    ...makeArm('prs', 2, [n0, 2 - n0]),
    // One bears the id that arms have which are read out of what others have drawn.
    id: n0 === 0 ? 'prs' : `prs-${String(n0)}`,
  }));
  const planted = plantTree(fakeHeader(fakePlan([...splits, makeArm('rand', 2, [2])])));
  const policy = fakePolicy((_, call) => 'word '.repeat(call).trim());
  const longest = fakeRewardModel(({ response }) => response.length);
  const { events } = await runToEnd(planted, policy, longest);
  const tree = events.reduce(growTree, planted);
  // What it says is the opposite of what chose.
  const outcomes = ownScoring(tree).outcomes.map(({ response, scoring }) => ({
    response,
    scoring:
      scoring.status === 'scored'
        ? { ...scoring, reward: { ...scoring.reward, value: -scoring.reward.value } }
        : scoring,
  }));
  const rewardModel = { ...longest.description, id: 'shortest', name: 'Shortest' };
  const reporter = { id: 's', rewardModel, conditionedOn: 'prompt', outcomes } as const;
  const [own, reported, ...others] = readingsOfRun({ ...tree, scorings: [reporter] });
  expect(others).toEqual([]);
  expect(reported?.arms.map(({ reward }) => -reward)).toEqual(
    own?.arms.map(({ reward }) => reward),
  );
  expect(reported?.arms.map(({ rewards }) => rewards)).toEqual(own?.arms.map((arm) => arm.rewards));
  expect(reported?.splits[0]?.inOrder.map((reward) => -(reward ?? 0))).toEqual(
    own?.splits[0]?.inOrder,
  );
  expect(
    namedGroups([own, reported].flatMap((each) => each ?? [])).map(({ name }) => name),
  ).toEqual([
    'Fake, scored by Fake',
    'Fake, scored by Fake, reported by Shortest, version 1, which reads the prompt alone',
  ]);
  // A response that it hasn't read: its arm has no figure, and the others keep theirs.
  const unread = outcomes.filter(
    ({ response: { armId, nodeId } }) => armId !== 'rand' || nodeId !== 'draft-1',
  );
  const [, part] = readingsOfRun({ ...tree, scorings: [{ ...reporter, outcomes: unread }] });
  expect(part?.arms.map(({ label }) => label)).not.toContain('Rand 2');
  expect(part?.arms.length).toBeGreaterThan(0);
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

it('holds the refinements of each arm against its own anchor, also those that say the same', async () => {
  const arms = [makeArm('prs', 4, [2, 2]), { ...makeArm('prs', 4, [1, 3]), id: 'prs-1' }];
  const planted = plantTree(fakeHeader(fakePlan([...arms, makeArm('rand', 4, [4])])));
  const rewardModel = fakeRewardModel(({ response }) => response.length);
  const policy = fakePolicy(() => 'the same');
  const { events } = await runToEnd(planted, policy, rewardModel);
  const { refinements } = factsOfRun(events.reduce(growTree, planted));
  expect(refinements.map(({ label, gains, drafts }) => [label, gains, drafts])).toEqual([
    ['PRS 2/2', [0, 0], [9, 9]],
    ['PRS 1/3', [0, 0, 0], [9]],
  ]);
});
