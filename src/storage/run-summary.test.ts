import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  accountsOf,
  ARM_KINDS,
  bestOf,
  findNode,
  pool,
  replay,
  rewardOf,
  type ArmTree,
} from '../core/index.ts';
import { exampleRun } from './testing/example-runs.ts';
import { extendDigest, startDigest, summariseRun } from './run-summary.ts';

function best(arm: ArmTree): number | null {
  const node = findNode(arm, arm.winnerId) ?? bestOf(pool(arm));
  return node === null ? null : rewardOf(node);
}

it('says of any log, however it was cut, what the tree says that all of it folds to', async () => {
  const runs = fc.record({
    rewards: fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 5 }),
    split: fc.constantFrom([4], [2, 2], [0, 3], [2, 1, 1]),
    kinds: fc.subarray([...ARM_KINDS], { minLength: 1 }),
    stopAfter: fc.integer({ min: 1, max: 120 }),
  });
  await fc.assert(
    fc.asyncProperty(runs, fc.nat(), async (changes, cut) => {
      const { header, events } = await exampleRun(changes);
      const place = cut % (events.length + 1);
      const beginning = extendDigest(startDigest(header), events.slice(0, place));
      const digest = extendDigest(beginning, events.slice(place));
      const { state, arms } = summariseRun(header, digest, 'sampled');
      const tree = replay(header, events);
      expect(digest.eventCount).toBe(events.length);
      expect(state).toEqual(tree.state);
      expect(arms).toEqual(
        tree.arms.map((arm) => ({
          arm: arm.arm,
          finishedResponses: accountsOf(arm).responses,
          bestReward: best(arm),
        })),
      );
    }),
    { numRuns: 60 },
  );
});
