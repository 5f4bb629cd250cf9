import type { ReactNode } from 'react';
import type { ArmTree, TreeNode } from '../../core/index.ts';
import { viridisAt } from '../layout/reward-scale.ts';

/** A mark with what it means. */
export interface LegendKey {
  readonly name: string;
  readonly mark: ReactNode;
  /** Whether an arm bears the mark somewhere; absent where the key is always shown. */
  readonly isSeenIn?: (arm: ArmTree) => boolean;
}

/** The keys that are needed to read these arms: marks that only some runs have are explained where there are any. */
export function seenKeys(
  keys: readonly LegendKey[],
  arms: readonly ArmTree[],
): readonly LegendKey[] {
  return keys.filter(({ isSeenIn }) => isSeenIn === undefined || arms.some(isSeenIn));
}

/** Of a mark that a node bears by itself. */
export function onNode(bears: (node: TreeNode) => boolean): (arm: ArmTree) => boolean {
  return ({ nodes }) => nodes.some(bears);
}

const STEPS = 24;

/** The colours of rewards from the lowest to the highest, for a style's `background`. */
export const REWARD_GRADIENT = `linear-gradient(to right, ${Array.from(
  { length: STEPS + 1 },
  (_, step) => viridisAt(step / STEPS),
).join(', ')})`;
