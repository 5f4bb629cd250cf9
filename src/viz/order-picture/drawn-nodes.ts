import type { ArmTree, NodeId, TreeNode } from '../../core/index.ts';
import type { NodeStanding } from '../layout/node-labels.ts';
import { isIn } from './area-in-view.ts';
import { hasMany, type LayerLayout, type TreeLayout } from './place-by-order.ts';
import type { Look } from './use-pan-zoom.ts';

/** Letters smaller than this on the screen, in CSS pixels, aren't drawn in a tree of many nodes. */
const LEAST_LETTERS = 4;

export interface DrawnNodesRequest {
  readonly arm: ArmTree;
  readonly layout: TreeLayout;
  readonly standings: ReadonlyMap<NodeId, NodeStanding>;
  readonly selectedId: NodeId | null;
  readonly tabStopId: NodeId | null;
}

/** The nodes of a large tree that are drawn in one shape with others of their look, from afar: all that don't stand out. */
export function batchedNodes(request: DrawnNodesRequest): readonly TreeNode[] {
  return request.arm.nodes.filter((node) => !standsOut(node, request));
}

/**
 * Places, among the arm's nodes, of those that are drawn one by one, as something to press: every node of a small tree. Of a
 * large one what is in view, as soon as that can be read, and always what stands out.
 */
export function singleNodes(request: DrawnNodesRequest, look: Look): readonly number[] {
  const { arm, layout } = request;
  return [...arm.nodes.keys()].filter((place) => {
    const node = arm.nodes[place];
    if (node === undefined) return false;
    if (!hasMany(layout) || standsOut(node, request)) return true;
    const note = layout.notes.get(node.id);
    const isReadable = look.isNear || (note?.isInCell === false && isLegible(note.textSize, look));
    return isReadable && isInView(node.id, layout, look);
  });
}

/** What is selected or has the keyboard, the anchors, the winner, and what is being written. */
function standsOut({ id, progress }: TreeNode, request: DrawnNodesRequest): boolean {
  if (id === request.selectedId || id === request.tabStopId) return true;
  const standing = request.standings.get(id);
  if (standing === undefined || progress.status === 'writing') return true;
  const { isAnchor, isRejected, isOtherAnchor, isWinner } = standing;
  return isAnchor || isRejected || isOtherAnchor || isWinner;
}

function isInView(id: NodeId, { places, notes }: TreeLayout, { area }: Look): boolean {
  const place = places.get(id);
  if (area === null || place === undefined) return false;
  const box = notes.get(id) ?? { x: place.x, y: place.y, width: place.cell, height: place.cell };
  return isIn(area, box);
}

/** The layers whose headings are drawn: of a large tree those in view, where they can be read. */
export function headedLayers(layout: TreeLayout, look: Look): readonly LayerLayout[] {
  if (!hasMany(layout)) return layout.layers;
  const { area } = look;
  if (area === null || !isLegible(layout.textSize, look)) return [];
  const across = { x: layout.width / 2, width: layout.width };
  return layout.layers.filter(({ top, bottom }) =>
    isIn(area, { ...across, y: (top + bottom) / 2, height: bottom - top }),
  );
}

function isLegible(textSize: number, { area }: Look): boolean {
  return area !== null && textSize * area.scale >= LEAST_LETTERS;
}
