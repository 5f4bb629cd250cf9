import { expect, it } from 'vitest';
import { fakePolicy, fakeRewardModel, plantOne, runToEnd } from '../testing/fake-run.ts';
import type { ArmTree } from '../tree/sampling-tree.ts';
import { pessimisticPick } from './pessimistic-pick.ts';

/** Rewards 1, 0, 3 and −2 in the order sampled, and an empty response. */
async function fiveDrafts(): Promise<ArmTree> {
  const texts = ['1', '0', '3', '-2', ''];
  const { tree } = await runToEnd(
    plantOne('prand', [5]),
    fakePolicy((_, call) => texts[call - 1] ?? ''),
    fakeRewardModel(({ response }) => Number(response)),
  );
  const [arm] = tree.arms;
  if (arm === undefined) throw new Error('The tree has no arm.');
  return arm;
}

it('shares the chances among the scored responses, the likeliest first', async () => {
  const pick = pessimisticPick(await fiveDrafts(), 1, 42);
  expect(pick?.chances.map(({ node, chance }) => [node.id, chance])).toEqual([
    ['draft-3', 0.75],
    ['draft-1', 0.25],
    ['draft-2', 0],
    ['draft-4', 0],
  ]);
  expect(pick?.expected).toBe(0.75 * 3 + 0.25);
});

it('draws by the run’s seed, as often as the chances say', async () => {
  const arm = await fiveDrafts();
  const drawn = Array.from({ length: 2000 }, (_, seed) => pessimisticPick(arm, 1, seed)?.drawn.id);
  expect(new Set(drawn)).toEqual(new Set(['draft-1', 'draft-3']));
  const share = drawn.filter((id) => id === 'draft-3').length / drawn.length;
  // Four standard errors of a share of three quarters in 2000 draws.
  expect(Math.abs(share - 0.75)).toBeLessThan(4 * Math.sqrt((0.75 * 0.25) / 2000));
  expect(pessimisticPick(arm, 1, 7)?.drawn).toBe(pessimisticPick(arm, 1, 7)?.drawn);
});

it('is best-of-N for β = 0, and nothing where nothing has a reward', async () => {
  const arm = await fiveDrafts();
  expect(pessimisticPick(arm, 0, 1)?.drawn.id).toBe(arm.winnerId);
  expect(pessimisticPick({ ...arm, nodes: [] }, 1, 1)).toBe(null);
});
