import { improvingPairs, otherAnchors } from '../../core/index.ts';
import type { ArmTree, NodeId } from '../../core/index.ts';

/** How a node stands among the others of its arm: what its mark shows beside its own reward. */
export interface NodeStanding {
  /** Whether some layer refines this response. */
  readonly isAnchor: boolean;
  /** Whether the rewards shown would have had some layer refine this response instead: its refinements don't exist. */
  readonly isOtherAnchor: boolean;
  readonly isWinner: boolean;
  /** R(y1) − R(anchor) of an improving pair, else null. */
  readonly gain: number | null;
}

/** The standing of each node of an arm. */
export function standingsOf(arm: ArmTree): ReadonlyMap<NodeId, NodeStanding> {
  const gains = new Map(improvingPairs(arm).map((pair) => [pair.refinementId, pair.gain]));
  const others = new Set(otherAnchors(arm).map(({ wouldBe }) => wouldBe.id));
  return new Map(
    arm.nodes.map(({ id }) => [
      id,
      {
        isAnchor: arm.anchors.includes(id),
        isOtherAnchor: others.has(id),
        isWinner: id === arm.winnerId,
        gain: gains.get(id) ?? null,
      },
    ]),
  );
}
