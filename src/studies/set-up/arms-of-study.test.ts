import { expect, it } from 'vitest';
import { armLabel } from '../../core/index.ts';
import { armsOfStudy, readSplits } from './arms-of-study.ts';

it('reads splits that sum to N, each once', () => {
  expect(readSplits(' 4/4, 2/6 ;4 / 4, 04/4\n8', 8)).toEqual({
    splits: [[4, 4], [2, 6], [8]],
    problems: [],
  });
});

it('says what is no split of N', () => {
  const { splits, problems } = readSplits('4/4, 2/4, four', 8);
  expect(splits).toEqual([[4, 4]]);
  expect(problems).toEqual([
    'The split 2/4 has 6 responses, and N is 8: let it sum to N.',
    '“four” is no split: write the drafts and the refinements of each layer, such as 4/4, 8 numbers at most.',
  ]);
});

it('makes an arm for each split of a strategy that has any', () => {
  const arms = armsOfStudy(['rand', 'prs'], 4, [
    [2, 2],
    [1, 3],
  ]);
  expect(arms.map((arm) => [arm.id, armLabel(arm)])).toEqual([
    ['prs', 'PRS 2/2'],
    ['prs-1-3', 'PRS 1/3'],
    ['rand', 'Rand 4'],
  ]);
});
