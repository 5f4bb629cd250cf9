import { findNode } from '../../core/index.ts';
import type { ArmTree, NodeId } from '../../core/index.ts';
import { pathFromAnchor, pathFromLayer, pathInto } from './edge-paths.ts';
import type { Box, Joint, LayerLayout, TreeLayout } from './tree-layout.ts';

/** Stands for x and z, which are no node of the plan. */
export const ROOT = 'root';

/** What follows from what: root → drafts, anchor(k) → feedback(k) → refinements(k). */
export interface LineageEdge {
  readonly id: string;
  /** `ROOT` for drafts; null while the anchor is not chosen. */
  readonly from: NodeId | null;
  readonly to: NodeId;
  /** `heavy`: on the way to an anchor or to the winner. `pending`: from a layer whose best is not known yet. */
  readonly weight: 'heavy' | 'light' | 'pending';
  /** Whether its end has been started. */
  readonly isGrown: boolean;
  readonly path: string;
}

/** The edges of an arm, light ones first so that heavy ones are drawn over them. */
export function lineageOf(arm: ArmTree, layout: TreeLayout): readonly LineageEdge[] {
  const edges = layout.layers.flatMap((layer) =>
    layer.joint === null
      ? fanOf(arm, layout, layer, layout.root, ROOT)
      : edgesOfJoint(arm, layout, layer, layer.joint),
  );
  const order = { pending: 0, light: 1, heavy: 2 };
  return edges.sort((a, b) => order[a.weight] - order[b.weight]);
}

function edgesOfJoint(
  arm: ArmTree,
  layout: TreeLayout,
  layer: LayerLayout,
  joint: Joint,
): LineageEdge[] {
  // Without feedback a refinement follows from the anchor itself: its edge runs through the knot.
  const parent = joint.feedbackId ?? arm.anchors[layer.layer] ?? null;
  return [...edgeToJoint(arm, layout, layer, joint), ...fanOf(arm, layout, layer, joint, parent)];
}

/** From a box (the root, a feedback) or a knot to each response of a layer. */
function fanOf(
  arm: ArmTree,
  layout: TreeLayout,
  layer: LayerLayout,
  box: Box,
  from: NodeId | null,
): LineageEdge[] {
  const start = { x: box.x, y: box.y + box.height / 2 };
  return layer.responses.flatMap((to): LineageEdge[] => {
    const place = layout.places.get(to);
    if (place === undefined) return [];
    const isChosen = to === arm.winnerId || arm.anchors.includes(to);
    const weight = isChosen ? 'heavy' : 'light';
    const path = pathInto(start, place, layer);
    return [{ id: `into-${to}`, from, to, weight, isGrown: isGrown(arm, to), path }];
  });
}

function edgeToJoint(
  arm: ArmTree,
  layout: TreeLayout,
  layer: LayerLayout,
  joint: Joint,
): LineageEdge[] {
  const from = arm.anchors[layer.layer] ?? null;
  const to = joint.feedbackId ?? layer.responses[0];
  if (to === undefined) return [];
  const edge = { id: `joint-${String(layer.layer)}`, from, to, isGrown: isGrown(arm, to) };
  const above = layout.layers.filter((other) => other.layer < layer.layer).at(-1);
  const anchor = from === null ? undefined : layout.places.get(from);
  const anchorLayer = layout.layers.find(
    ({ responses }) => from !== null && responses.includes(from),
  );
  if (anchor !== undefined && anchorLayer !== undefined) {
    const path = pathFromAnchor(anchor, anchorLayer, joint, anchorLayer === above);
    return [{ ...edge, weight: 'heavy', path }];
  }
  if (above === undefined) return [];
  return [{ ...edge, weight: 'pending', path: pathFromLayer(above, joint) }];
}

function isGrown(arm: ArmTree, id: NodeId): boolean {
  const node = findNode(arm, id);
  return node !== null && node.progress.status !== 'planned';
}
