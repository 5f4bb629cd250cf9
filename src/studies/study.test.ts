import { expect, it } from 'vitest';
import { makeArm } from '../core/index.ts';
import { fakePlan } from '../core/testing/fake-run.ts';
import { countRuns, runsOfStudy, type Study } from './study.ts';

it('has a run for each prompt and seed, every prompt before the next seed', () => {
  const plan = fakePlan([makeArm('prand', 2, [2])]);
  const { budget, arms, sampling, feedbackMaxTokens, conditionedOn, scoreBothWays, prompts } = plan;
  const shared = {
    budget,
    arms,
    sampling,
    feedbackMaxTokens,
    conditionedOn,
    scoreBothWays,
    prompts,
  };
  const study: Study = {
    name: 'Test',
    prompts: ['sky', 'sea'].map((id) => ({ id, prompt: `Why is the ${id} blue?`, preference: id })),
    seeds: [3, 5],
    shared,
  };
  const runs = [...runsOfStudy(study, 'key')];
  expect(runs).toHaveLength(countRuns(study));
  expect(runs.map(({ id, name, plan }) => [id, name, plan.prompt, plan.seed])).toEqual([
    ['key-1-3', 'sky, seed 3', 'Why is the sky blue?', 3],
    ['key-2-3', 'sea, seed 3', 'Why is the sea blue?', 3],
    ['key-1-5', 'sky, seed 5', 'Why is the sky blue?', 5],
    ['key-2-5', 'sea, seed 5', 'Why is the sea blue?', 5],
  ]);
  expect(runs[1]?.plan).toEqual({
    ...shared,
    prompt: 'Why is the sea blue?',
    preference: 'sea',
    seed: 3,
  });
});
