import { expect, it } from 'vitest';
import { estimateRun, makeArm } from '../core/index.ts';
import { fakePlan } from '../core/testing/fake-run.ts';
import { estimateStudy, guessRatio } from './estimate-study.ts';
import { sharedPlanOf } from './study.ts';

const shared = sharedPlanOf(fakePlan([makeArm('prs', 4, [2, 2]), makeArm('prand', 4, [4])]));

it('is the sum over prompts and seeds of what each run takes alone', () => {
  const prompts = [
    { id: '1', prompt: 'Why?', preference: 'Be brief.' },
    { id: '2', prompt: 'Why is it that '.repeat(50), preference: '' },
  ];
  const study = { name: 'Test', prompts, seeds: [1, 2, 3], shared };
  const runs = prompts.map(({ prompt, preference }) =>
    estimateRun({ ...shared, prompt, preference, seed: 1 }),
  );
  const estimate = estimateStudy(study, ({ prompt }) => ({ calls: 1, tokens: prompt.length }));
  expect(estimate).toEqual({
    runs: 6,
    // Two drafts, feedback, two refinements; the other arm draws two drafts of its own.
    calls: 6 * 7,
    promptTokens: 3 * runs.reduce((sum, { promptTokens }) => sum + promptTokens, 0),
    mostCompletionTokens: 3 * runs.reduce((sum, run) => sum + run.mostCompletionTokens, 0),
    scoring: { calls: 6, tokens: 3 * ('Why?'.length + 'Why is it that '.repeat(50).length) },
  });
});

it('compares the time taken with the guess, where there was one', () => {
  expect(guessRatio(100, 125)).toBe(1.25);
  expect(guessRatio(null, 125)).toBeNull();
  expect(guessRatio(100, 0)).toBeNull();
});
