import { improvingPairs } from '../../core/index.ts';
import type { ArmTree, NodeId } from '../../core/index.ts';

/** How a node stands among the others of its arm: what its mark shows beside its own reward. */
export interface NodeStanding {
  /** Whether some layer refines this response. */
  readonly isAnchor: boolean;
  readonly isWinner: boolean;
  /** R(y1) − R(anchor) of an improving pair, else null. */
  readonly gain: number | null;
}

/** The standing of each node of an arm. */
export function standingsOf(arm: ArmTree): ReadonlyMap<NodeId, NodeStanding> {
  const gains = new Map(improvingPairs(arm).map((pair) => [pair.refinementId, pair.gain]));
  return new Map(
    arm.nodes.map(({ id }) => [
      id,
      {
        isAnchor: arm.anchors.includes(id),
        isWinner: id === arm.winnerId,
        gain: gains.get(id) ?? null,
      },
    ]),
  );
}
