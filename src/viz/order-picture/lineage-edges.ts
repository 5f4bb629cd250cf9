import { group } from 'd3-array';
import type { ArmTree, NodeId, TreeNode } from '../../core/index.ts';
import { svg } from '../layout/svg-shapes.ts';
import { nodesById } from './nodes-by-id.ts';
import {
  type Box,
  type Joint,
  LABEL_ROOM,
  type LayerLayout,
  NODE_RADIUS,
  type NodePosition,
  type Note,
  type TreeLayout,
} from './place-by-order.ts';

/** Stands for x and z, which are no node of the plan. */
export const ROOT = 'root';

/** What follows from what: root → drafts, anchor(k) → feedback(k) → refinements(k). */
export interface LineageEdge {
  readonly id: string;
  /** `ROOT` for drafts; null while the anchor is not chosen. */
  readonly from: NodeId | null;
  readonly to: NodeId;
  /** `heavy`: on the way to an anchor or to the winner. `pending`: from a layer whose best is not known yet. `rejected`: what an
   * anchor is held against. */
  readonly weight: 'heavy' | 'light' | 'pending' | 'rejected';
  /** Whether its end has been started. */
  readonly isGrown: boolean;
  readonly path: string;
}

/** The edges of an arm, light ones first so that heavy ones are drawn over them. */
export function lineageOf(arm: ArmTree, layout: TreeLayout): readonly LineageEdge[] {
  const drawn = prepare(arm, layout);
  const edges = layout.layers.flatMap((layer) =>
    layer.joint === null
      ? fanOf(drawn, layer, layout.root, ROOT)
      : edgesOfJoint(drawn, layer, layer.joint),
  );
  const order = { pending: 0, rejected: 0, light: 1, heavy: 2 };
  return edges.sort((a, b) => order[a.weight] - order[b.weight]);
}

/** An arm and its layout with what every edge asks of them, found once: a tree may have thousands of nodes. */
interface DrawnArm {
  readonly arm: ArmTree;
  readonly layout: TreeLayout;
  readonly byId: ReadonlyMap<NodeId, TreeNode>;
  /** The anchors and the winner. */
  readonly chosen: ReadonlySet<NodeId | null>;
  /** The notes in cells. */
  readonly notesByLayer: ReadonlyMap<number, readonly CellNote[]>;
}

function prepare(arm: ArmTree, layout: TreeLayout): DrawnArm {
  return {
    ...{ arm, layout },
    byId: nodesById(arm),
    chosen: new Set([...arm.anchors, arm.winnerId]),
    notesByLayer: group(notesOf(arm, layout), ({ layer }) => layer),
  };
}

function edgesOfJoint(drawn: DrawnArm, layer: LayerLayout, joint: Joint): LineageEdge[] {
  const { arm } = drawn;
  // Without feedback a refinement follows from the anchor itself: its edge runs through the knot.
  const parent = joint.feedbackId ?? arm.anchors[layer.layer] ?? null;
  return [...edgeToJoint(drawn, layer, joint), ...fanOf(drawn, layer, joint, parent)];
}

/** From a box (the root, a feedback) or a knot into each cell of a layer, and there from its note to its response. */
function fanOf(drawn: DrawnArm, layer: LayerLayout, box: Box, from: NodeId | null): LineageEdge[] {
  const start = { x: box.x, y: box.y + box.height / 2 };
  const notes = drawn.notesByLayer.get(layer.layer) ?? [];
  const noteOf = new Map(notes.flatMap((own) => own.readers.map((reader) => [reader, own])));
  const intoNotes = notes.map(({ id, note, readers }): LineageEdge => {
    const weight = readers.some((reader) => drawn.chosen.has(reader)) ? 'heavy' : 'light';
    const entry = { ...note, top: note.y - note.height / 2, cell: layer.cell };
    return edgeInto(drawn, id, from, weight, pathInto(start, entry, layer));
  });
  const intoResponses = layer.responses.flatMap((to): LineageEdge[] => {
    const place = drawn.layout.places.get(to);
    if (place === undefined) return [];
    const weight = drawn.chosen.has(to) ? 'heavy' : 'light';
    const own = noteOf.get(to);
    return own === undefined
      ? [edgeInto(drawn, to, from, weight, pathInto(start, entryOf(place), layer))]
      : [edgeInto(drawn, to, own.id, weight, pathFromNote(own.note, place))];
  });
  return [...intoNotes, ...intoResponses];
}

function edgeInto(
  drawn: DrawnArm,
  to: NodeId,
  from: NodeId | null,
  weight: LineageEdge['weight'],
  path: string,
): LineageEdge {
  return { id: `into-${to}`, from, to, weight, isGrown: isGrown(drawn, to), path };
}

function entryOf({ x, y, cell, row }: NodePosition): CellEntry {
  return { x, top: y - NODE_RADIUS, cell, row };
}

interface CellNote {
  readonly layer: number;
  readonly id: NodeId;
  readonly note: Note;
  /** The responses that were written from it. */
  readonly readers: readonly NodeId[];
}

/** The notes in an arm's cells. */
function notesOf(arm: ArmTree, layout: TreeLayout): readonly CellNote[] {
  const readersOf = group(arm.nodes, ({ feedbackId }) => feedbackId);
  return arm.nodes.flatMap(({ id, kind, layer }) => {
    const note = kind === 'feedback' ? layout.notes.get(id) : undefined;
    if (note?.isInCell !== true) return [];
    return [{ layer, id, note, readers: (readersOf.get(id) ?? []).map((reader) => reader.id) }];
  });
}

function edgeToJoint(drawn: DrawnArm, layer: LayerLayout, joint: Joint): LineageEdge[] {
  const { arm, layout, byId } = drawn;
  // What is drawn first below the joint: its note, else the first note or response of the cells.
  const first = layer.responses[0];
  const to = joint.feedbackId ?? byId.get(first ?? '')?.feedbackId ?? first;
  if (to === undefined) return [];
  const above = layout.layers.filter((other) => other.layer < layer.layer).at(-1);
  const end = { to, isGrown: isGrown(drawn, to) };
  const edgeFrom = (
    name: string,
    from: NodeId | null,
    weight: LineageEdge['weight'],
  ): LineageEdge[] => {
    const place = layout.places.get(from ?? '');
    const layerOfPlace = byId.get(from ?? '')?.layer;
    const own = layout.layers.find((other) => other.layer === layerOfPlace);
    if (place === undefined || own === undefined) return [];
    const path = pathFromAnchor(place, own, joint, own === above);
    return [{ id: `${name}-${String(layer.layer)}`, from, ...end, weight, path }];
  };
  const from = arm.anchors[layer.layer] ?? null;
  const fromAnchor = edgeFrom('joint', from, 'heavy');
  if (fromAnchor.length > 0) {
    return [...fromAnchor, ...edgeFrom('against', arm.rejected[layer.layer] ?? null, 'rejected')];
  }
  if (above === undefined) return [];
  const path = pathFromLayer(above, joint);
  return [{ id: `joint-${String(layer.layer)}`, from, ...end, weight: 'pending', path }];
}

function isGrown({ byId }: DrawnArm, id: NodeId): boolean {
  const node = byId.get(id);
  return node !== undefined && node.progress.status !== 'planned';
}

/** SVG paths between places of a layout. Wrapped rows are reached through the gaps between columns, so that no edge crosses a node. */

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Straight down for a little before a bend into a node of a lower row. */
const APPROACH = 16;

/** What stands in a cell: a response, or a note above one. */
interface CellEntry {
  readonly x: number;
  readonly top: number;
  readonly cell: number;
  readonly row: number;
}

/** From a box or knot above a layer into one of its cells. */
function pathInto(from: Point, to: CellEntry, layer: LayerLayout): string {
  const end = { x: to.x, y: to.top };
  if (to.row === 0) return `${move(from)}${bend(from, end)}`;
  const gap = { x: to.x - to.cell / 2, y: layer.firstTop };
  const turn = { x: gap.x, y: end.y - APPROACH };
  return svg`${move(from)}${bend(from, gap)}V${turn.y}${bend(turn, end)}`;
}

/** From a note in a cell to a refinement that reads it: straight down where that is in the same cell. */
function pathFromNote(note: Box, to: NodePosition): string {
  const start = { x: note.x, y: note.y + note.height / 2 };
  const end = { x: to.x, y: to.y - NODE_RADIUS };
  return start.x === end.x ? svg`${move(start)}V${end.y}` : `${move(start)}${bend(start, end)}`;
}

/** From the chosen anchor, or what it is held against, to the feedback (or the knot) of the layer that refines it. */
function pathFromAnchor(
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
function pathFromLayer(layer: LayerLayout, joint: Joint): string {
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
