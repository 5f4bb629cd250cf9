import { expect, it } from 'vitest';
import { estimateRun, makeArm } from '../core/index.ts';
import { fakePlan } from '../core/testing/fake-run.ts';
import { estimateStudy, guessRatio, textsOfRun } from './estimate-study.ts';
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

it('adds what every split of a study takes, in calls, tokens and scoring', () => {
  const prompts = [{ id: '1', prompt: 'Why?', preference: 'Be brief.' }];
  const study = { name: 'Test', prompts, seeds: [1], shared };
  const scoringOf = ({ arms }: { readonly arms: typeof shared.arms }) => {
    const responses = arms.flatMap(({ split }) => split).reduce((sum, part) => sum + part, 0);
    return { calls: responses, tokens: 10 * responses };
  };
  const planned = estimateStudy(study, scoringOf);
  const every = estimateStudy({ ...study, everySplit: true }, scoringOf);
  // Of PRS (0, 4) a greedy anchor, feedback and four refinements, of 4/0 nothing that PRand hasn't; between them drafts are anchors
  // 1 + 1/2 + 1/3 times with 3 + 2/2 + 1/3 refinements, of which 2/2 brings one feedback and two refinements itself.
  expect(every.calls - planned.calls).toBe(1 + 1 + 4 + 1 + 2);
  expect(every.calls).toBe(textsOfRun({ ...study, everySplit: true }));
  expect(every.scoring.calls - planned.scoring.calls).toBe(4 + 4 + 2);
  expect(every.scoring.tokens - planned.scoring.tokens).toBe(10 * (4 + 4 + 2));
  const { maxTokens } = shared.sampling;
  expect(every.mostCompletionTokens - planned.mostCompletionTokens).toBe(
    7 * maxTokens + 2 * shared.feedbackMaxTokens,
  );
  expect(every.promptTokens).toBeGreaterThan(planned.promptTokens);
});

it('compares the time taken with the guess, where there was one', () => {
  expect(guessRatio(100, 125)).toBe(1.25);
  expect(guessRatio(null, 125)).toBeNull();
  expect(guessRatio(100, 0)).toBeNull();
});
