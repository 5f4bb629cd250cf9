// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { fakeHeader } from '../../../core/testing/fake-run.ts';
import { chooseOffer } from '../../../runs/index.ts';
import { fakeOffer } from '../../../runs/testing/fake-assessment.ts';
import { FIRST_FORM, planOf } from '../form/run-form.ts';
import { LiveOutlook } from './live-outlook.tsx';

afterEach(cleanup);

const plan = planOf(FIRST_FORM);
const run = fakeHeader(plan);
const model = { ...chooseOffer(fakeOffer('small', 'embedded')), downloadBytes: 145_000_000 };

function said(pace: unknown, isLoaded = false, ofPlan = plan): string {
  const { container } = render(<LiveOutlook {...{ plan: ofPlan, model, run, pace, isLoaded }} />);
  return container.textContent;
}

it('says what is fetched and what is not measured, and no figure that wasn’t', () => {
  expect(said(undefined)).toContain('145 MB, and writes 21 texts; its time here isn’t measured');
  expect(said({ policyId: 'other', scorerId: 'fake', secondsForText: 2 })).toContain(
    'isn’t measured',
  );
});

it('reckons by the pace that this model and scorer had here', () => {
  const pace = { policyId: run.policy.id, scorerId: run.rewardModel.id, secondsForText: 2 };
  expect(said(pace, true)).toMatch(/is loaded; Run writes 21 texts; .* about 42 s once/);
});

it('says “up to” of what an arm that decides as it goes may need less of', () => {
  const pace = { policyId: run.policy.id, scorerId: run.rewardModel.id, secondsForText: 2 };
  const adaptive = planOf({ ...FIRST_FORM, arms: ['ab-mcts'] });
  expect(said(pace, true, adaptive)).toMatch(/writes up to 15 texts; .* up to about 30 s once/);
});
