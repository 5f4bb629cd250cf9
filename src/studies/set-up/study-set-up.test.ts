import { expect, it } from 'vitest';
import { armLabel } from '../../core/index.ts';
import { fakePlan } from '../../core/testing/fake-run.ts';
import { studyOf, studyProblems, type StudySetUp } from './study-set-up.ts';

const setUp: StudySetUp = {
  name: 'Brevity',
  prompts: [{ id: '1. Why?', prompt: 'Why?', preference: 'Be brief.' }],
  arms: ['prs', 'rand'],
  budget: 4,
  splits: '2/2, 1/3',
  seeds: 3,
  firstSeed: 2 ** 31 - 2,
};

it('becomes a study with the arms of its splits and seeds that follow each other', () => {
  const { sampling, feedbackMaxTokens, prompts } = fakePlan([]);
  const shared = { sampling, feedbackMaxTokens, prompts };
  const study = studyOf(setUp, {
    ...shared,
    conditionedOn: 'prompt-and-preference',
    scoreBothWays: false,
  });
  expect(studyProblems(setUp)).toEqual([]);
  expect(study.seeds).toEqual([2 ** 31 - 2, 2 ** 31 - 1, 0]);
  expect(study.shared.arms.map(armLabel)).toEqual(['PRS 2/2', 'PRS 1/3', 'Rand 4']);
});

it.each<[string, Partial<StudySetUp>]>([
  ['Give the study a name, by which you find it again.', { name: ' ' }],
  ['Shorten the name of the study: 1,000 characters at most.', { name: 'x'.repeat(1_001) }],
  ['Write a prompt at least: what should be answered?', { prompts: [] }],
  ['Choose an arm at least.', { arms: [] }],
  ['The split 2/2 has 4 responses, and N is 5: let it sum to N.', { budget: 5, splits: '2/2' }],
  ['Write a split for the arms that have one, such as 4/4.', { splits: ' ' }],
  [
    'That are 9 arms: take fewer, or fewer splits, 8 arms at most.',
    { budget: 8, splits: '8, 7/1, 6/2, 5/3, 4/4, 3/5, 2/6, 1/7' },
  ],
  ['That are 20000 runs: take fewer prompts or seeds, 10,000 runs at most.', { seeds: 20_000 }],
])('says what to do: %s', (problem, change) => {
  expect(studyProblems({ ...setUp, ...change })).toEqual([problem]);
});

it('asks for no split where no arm has one', () => {
  expect(studyProblems({ ...setUp, arms: ['rand'], splits: 'none' })).toEqual([]);
});
