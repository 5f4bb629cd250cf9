import { expect, it } from 'vitest';
import { makeArm, plantTree } from '../core/index.ts';
import {
  fakeHeader,
  fakePlan,
  fakePolicy,
  fakeRewardModel,
  runToEnd,
} from '../core/testing/fake-run.ts';
import { paceOf } from './kept-pace.ts';
import { IDLE } from './run-view.ts';

it('measures this machine by what was sampled on it to the end, and by nothing else', async () => {
  const planted = plantTree(fakeHeader(fakePlan([makeArm('rand', 2, [2])])));
  const policy = fakePolicy(() => 'one two');
  const { tree } = await runToEnd(
    planted,
    policy,
    fakeRewardModel(() => 1),
  );
  const finished = { ...IDLE, tree, state: 'finished', live: true } as const;
  expect(paceOf(finished)).toMatchObject({ policyId: 'fake', scorerId: 'fake' });
  expect(paceOf(finished)?.secondsForText).toBeGreaterThan(0);
  expect(paceOf({ ...finished, live: false })).toBeNull();
  expect(paceOf({ ...finished, state: 'stopped' })).toBeNull();
  expect(paceOf(IDLE)).toBeNull();
});
