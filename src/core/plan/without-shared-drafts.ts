import { ARM_TRAITS, type Arm } from './arms.ts';
import { isAdaptive } from './make-arm.ts';
import type { NodePlace } from '../tree/sampling-tree.ts';

/** An arm with its places, or with the nodes that have come of them. */
export interface ArmPlaces<Place extends NodePlace> {
  readonly arm: Arm;
  readonly nodes: readonly Place[];
}

/**
 * The arms without the drafts that an earlier one of them asks alike: they are drawn once. What later layers will share isn't
 * known before their anchors are; nor is, of an adaptive arm, how many of its drafts are drawn.
 */
export function withoutSharedDrafts<Place extends NodePlace>(
  arms: readonly ArmPlaces<Place>[],
): readonly ArmPlaces<Place>[] {
  const asked = new Set<string>();
  const isNew = (arm: Arm, place: NodePlace): boolean => {
    if (place.kind !== 'draft' || isAdaptive(arm)) return true;
    const key = [ARM_TRAITS[arm.kind].readsPreference, place.greedy, place.seed].join(' ');
    if (asked.has(key)) return false;
    asked.add(key);
    return true;
  };
  return arms.map(({ arm, nodes }) => ({ arm, nodes: nodes.filter((node) => isNew(arm, node)) }));
}
