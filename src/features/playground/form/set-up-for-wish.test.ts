import { expect, it } from 'vitest';
import { fakeHeader } from '../../../core/testing/fake-run.ts';
import { freeScorer } from '../../../rewards/index.ts';
import { FIRST_FORM, planOf, type RunForm } from './run-form.ts';
import { setUpForWish } from './set-up-for-wish.ts';

const planned: RunForm = { ...FIRST_FORM, seed: 9, split: [8, 8], arms: ['prs', 'rand'] };
const { description: rewardModel } = await freeScorer({});
const run = { ...fakeHeader(planOf(planned)), rewardModel };
const wish = { preference: 'Be funny.', conditionedOn: 'prompt' } as const;

it('is the run’s, but for the preference, at the split on screen', () => {
  const now = { ...planned, ...wish, split: [3, 5], arms: ['prs' as const] };
  const setUp = setUpForWish(run, now);
  expect(setUp).toMatchObject({ ...wish, seed: 9, split: [3, 5], arms: ['prs'] });
  expect(setUp.scorerId).toBe('rubric');
});

it('has the run’s own arms where what is set up is something else', () => {
  const setUp = setUpForWish(run, { ...FIRST_FORM, ...wish, seed: 1 });
  expect(setUp).toMatchObject({ ...wish, seed: 9, split: [8, 8], arms: ['prs', 'rand'] });
});

it('is scored by the edition that scored the run, so that the two compare', () => {
  const description = { ...rewardModel, id: 'embedded-blend', version: 3, settings: {} };
  const setUp = setUpForWish({ ...run, rewardModel: description }, planned);
  expect(setUp.scorerValues).toMatchObject({ blendFloors: 1 });
});
