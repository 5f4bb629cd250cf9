import { controlSeed } from '../seeds.ts';
import { pool, rewardOf } from '../tree/find-in-tree.ts';
import type { ArmTree, TreeNode } from '../tree/sampling-tree.ts';

/** Choices over an arm's own pool without a reward model: what a reward model must beat. They sample nothing. */
export type ControlKind = 'pick-longest' | 'pick-at-random';

/** The controls’ names for people. */
export const CONTROL_NAMES: Readonly<Record<ControlKind, string>> = {
  'pick-longest': 'Pick-longest',
  'pick-at-random': 'Pick-at-random',
};

/** What a control picks from the finished responses of the pool; null where there is none. */
export function controlPick(arm: ArmTree, control: ControlKind, runSeed: number): TreeNode | null {
  const finished = pool(arm).filter((node) => node.progress.status === 'finished');
  switch (control) {
    case 'pick-longest':
      return longest(finished);
    case 'pick-at-random':
      return finished[controlSeed(runSeed) % finished.length] ?? null;
  }
}

/** What picking at random gains on average: the mean reward of the scored responses; null where none is scored. */
export function meanReward(arm: ArmTree): number | null {
  const rewards = pool(arm).flatMap((node) => rewardOf(node) ?? []);
  if (rewards.length === 0) return null;
  return rewards.reduce((total, reward) => total + reward, 0) / rewards.length;
}

/** Longest in characters; a tie goes to the earlier one. */
function longest(nodes: readonly TreeNode[]): TreeNode | null {
  const length = ({ progress }: TreeNode): number =>
    progress.status === 'planned' ? 0 : progress.text.length;
  return nodes.reduce<TreeNode | null>(
    (best, node) => (best === null || length(node) > length(best) ? node : best),
    null,
  );
}
