import { useMemo, useState } from 'react';
import { ARM_TRAITS, type ArmTree, type TreeNode } from '../../core/index.ts';
import { columnsOf, layoutTree, type Orientation, type TreeLayout } from '../layout/tree-layout.ts';

/**
 * The layout of an arm's plan. It is made again only when the plan or the orientation changes: events replace nodes many
 * times a second, and none of them moves anything.
 */
export function useTreeLayout(
  arm: ArmTree,
  peers: readonly ArmTree[],
  orientation: Orientation,
): TreeLayout {
  const [planned, setPlanned] = useState(arm.nodes);
  const isSamePlan = hasSamePlan(planned, arm.nodes);
  if (!isSamePlan) setPlanned(arm.nodes);
  const places = isSamePlan ? planned : arm.nodes;
  const columns = columnsOf([arm, ...peers], orientation);
  const rootLines = ARM_TRAITS[arm.arm.kind].readsPreference ? 2 : 1;
  return useMemo(() => layoutTree({ places, columns, rootLines }), [places, columns, rootLines]);
}

function hasSamePlan(before: readonly TreeNode[], after: readonly TreeNode[]): boolean {
  return (
    before === after ||
    (before.length === after.length && before.every((node, index) => node.id === after[index]?.id))
  );
}
