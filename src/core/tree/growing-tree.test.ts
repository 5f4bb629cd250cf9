import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeArm } from '../plan/make-arm.ts';
import { ARM_KINDS } from '../plan/arms.ts';
import { PolicyError } from '../policy.ts';
import {
  fakeHeader,
  fakePlan,
  fakePolicy,
  fakeRewardModel,
  runToEnd,
} from '../testing/fake-run.ts';
import type { RunEvent } from './run-events.ts';
import { growTree, plantTree } from './grow-tree-from-events.ts';
import { replay } from './growing-tree.ts';

const HEADER = fakeHeader(fakePlan(ARM_KINDS.map((kind) => makeArm(kind, 4, [2, 1, 1]))));

/** What a run tells that fails here and there, is stopped, goes on, is scored, and voted on. */
async function eventsOfARun(seed: number, stopAfter: number): Promise<readonly RunEvent[]> {
  const policy = fakePolicy((_, call) =>
    (call + seed) % 5 === 0 ? new PolicyError('engine-lost', 'Gone.') : `Text ${String(call % 3)}`,
  );
  const rewardModel = fakeRewardModel(({ response }) => response.length);
  const first = await runToEnd(plantTree(HEADER), policy, rewardModel, stopAfter);
  const second = await runToEnd(first.tree, policy, rewardModel);
  const scoring = {
    id: 's',
    rewardModel: rewardModel.description,
    conditionedOn: 'prompt',
  } as const;
  const address = { armId: 'rand', nodeId: 'draft-1' };
  const failed = { type: 'scoring-failed', scoringId: 's', ...address, message: 'No.' } as const;
  const vote = { first: address, second: address, outcome: 'tie', voter: '' } as const;
  return [
    ...first.events,
    ...second.events,
    { type: 'scoring-started', scoring, at: 1 },
    failed,
    { ...failed, nodeId: 'draft-2' },
    failed,
    { type: 'vote-cast', vote, at: 2 },
  ];
}

it('replays any log, in any order, to the tree that its events fold to one by one', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: 20 }),
      fc.integer({ min: 1, max: 80 }),
      fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 6 }),
      async (seed, stopAfter, swaps) => {
        const events = [...(await eventsOfARun(seed, stopAfter))];
        for (const [one, other] of swaps) {
          const [from, to] = [one % events.length, other % events.length];
          const [moved] = events.splice(from, 1);
          if (moved !== undefined) events.splice(to, 0, moved);
        }
        expect(replay(HEADER, events)).toEqual(events.reduce(growTree, plantTree(HEADER)));
      },
    ),
    { numRuns: 60 },
  );
});

it('shares no list of calls between the trees of two replays', async () => {
  const events = await eventsOfARun(0, 30);
  const early = replay(HEADER, events.slice(0, 20));
  const before = structuredClone(early);
  replay(HEADER, events);
  expect(early).toEqual(before);
});
