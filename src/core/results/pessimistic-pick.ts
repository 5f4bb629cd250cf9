import { controlSeed } from '../seeds.ts';
import { pessimisticChances } from '../statistics/pessimistic-choice.ts';
import { pool, rewardOf } from '../tree/find-in-tree.ts';
import type { ArmTree, TreeNode } from '../tree/sampling-tree.ts';

/** What a pessimistic choice would have made of an arm's pool. It samples nothing. */
export interface PessimisticPick {
  /** Every scored response with its chance, the likeliest first. */
  readonly chances: readonly { readonly node: TreeNode; readonly chance: number }[];
  /** The one that the run's seed draws. */
  readonly drawn: TreeNode;
  /** The mean reward of such draws. */
  readonly expected: number;
}

/**
 * Chooses from an arm's responses as `pessimisticChances` says; null where none has a reward.
 *
 * @param beta β, from 0, in units of the reward
 */
export function pessimisticPick(
  arm: ArmTree,
  beta: number,
  runSeed: number,
): PessimisticPick | null {
  const scored = pool(arm).flatMap((node) => {
    const reward = rewardOf(node);
    return reward === null ? [] : [{ node, reward }];
  });
  const chances = pessimisticChances(
    scored.map(({ reward }) => reward),
    beta,
  );
  const likeliest = scored
    .map((each, place) => ({ ...each, chance: chances[place] ?? 0 }))
    .sort((one, other) => other.chance - one.chance);
  const drawn = drawFrom(likeliest, controlSeed(runSeed) / 2 ** 31);
  if (drawn === null) return null;
  const expected = likeliest.reduce((sum, { chance, reward }) => sum + chance * reward, 0);
  return { chances: likeliest, drawn, expected };
}

/** @param at from 0 to below 1: how far along the chances */
function drawFrom(likeliest: PessimisticPick['chances'], at: number): TreeNode | null {
  let passed = 0;
  for (const { node, chance } of likeliest) {
    passed += chance;
    if (at < passed) return node;
  }
  return likeliest[0]?.node ?? null;
}
