/** SVG paths between places of a layout. Wrapped rows are reached through the gaps between columns, so that no edge crosses a node. */
import { svg } from './svg-path.ts';
import { LABEL_ROOM, NODE_RADIUS } from './tree-layout.ts';
import type { Box, Joint, LayerLayout, NodePosition } from './tree-layout.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Straight down for a little before a bend into a node of a lower row. */
const APPROACH = 16;

/** What stands in a cell: a response, or a note above one. */
export interface CellEntry {
  readonly x: number;
  readonly top: number;
  readonly cell: number;
  readonly row: number;
}

/** From a box or knot above a layer into one of its cells. */
export function pathInto(from: Point, to: CellEntry, layer: LayerLayout): string {
  const end = { x: to.x, y: to.top };
  if (to.row === 0) return `${move(from)}${bend(from, end)}`;
  const gap = { x: to.x - to.cell / 2, y: layer.firstTop };
  const turn = { x: gap.x, y: end.y - APPROACH };
  return svg`${move(from)}${bend(from, gap)}V${turn.y}${bend(turn, end)}`;
}

/** From a note in a cell to a refinement that reads it: straight down where that is in the same cell. */
export function pathFromNote(note: Box, to: NodePosition): string {
  const start = { x: note.x, y: note.y + note.height / 2 };
  const end = { x: to.x, y: to.y - NODE_RADIUS };
  return start.x === end.x ? svg`${move(start)}V${end.y}` : `${move(start)}${bend(start, end)}`;
}

/** From the chosen anchor to the feedback (or the knot) of the layer that refines it. */
export function pathFromAnchor(
  anchor: NodePosition,
  anchorLayer: LayerLayout,
  joint: Joint,
  isNextLayer: boolean,
): string {
  // From under its caption, which would be hard to read on a heavy line.
  const exit = { x: anchor.x, y: anchor.y + LABEL_ROOM - 5 };
  const isLastRow = anchor.y >= anchorLayer.lastRow;
  const below = { x: isLastRow ? anchor.x : anchor.x + anchor.cell / 2, y: anchorLayer.bottom };
  const sidestep = isLastRow ? '' : bend(exit, { x: below.x, y: exit.y + APPROACH });
  const onwards = isNextLayer
    ? bend(below, { x: joint.x, y: joint.y - joint.height / 2 })
    : aroundTheLayersBetween(below, joint);
  return svg`${move(exit)}${sidestep}V${below.y}${onwards}`;
}

/** An anchor of an earlier layer: along the lane at the side, and from there into the note. */
function aroundTheLayersBetween({ x, y }: Point, joint: Joint): string {
  const { lane } = joint;
  const side = joint.x + joint.width / 2;
  const intoLane = svg`C${x},${y + 22} ${lane},${y} ${lane},${y + 36}`;
  return svg`${intoLane}V${joint.y - 18}Q${lane},${joint.y} ${side},${joint.y}`;
}

/** Before the anchor is known: a bracket under the whole layer, for "the best of these". */
export function pathFromLayer(layer: LayerLayout, joint: Joint): string {
  const y = layer.bottom - 2;
  const inset = layer.cell / 2 - NODE_RADIUS;
  const bracket = svg`M${layer.left + inset},${y}v6H${layer.right - inset}v-6`;
  return svg`${bracket}M${joint.x},${y + 6}V${joint.y - joint.height / 2}`;
}

function move({ x, y }: Point): string {
  return svg`M${x},${y}`;
}

/** Leaves and arrives upright, as d3-shape's vertical link; it turns late, which keeps the corners above clear for headings. */
function bend(from: Point, to: Point): string {
  const turn = from.y + (to.y - from.y) * 0.66;
  return svg`C${from.x},${turn} ${to.x},${turn} ${to.x},${to.y}`;
}
