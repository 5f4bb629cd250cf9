import { findNode, nodesOf } from '../../core/index.ts';
import type { ArmTree, NodeId } from '../../core/index.ts';
import {
  type CellEntry,
  pathFromAnchor,
  pathFromLayer,
  pathFromNote,
  pathInto,
} from './edge-paths.ts';
import { NODE_RADIUS, type Joint, type LayerLayout, type TreeLayout } from './tree-layout.ts';
import type { Box, NodePosition, Note } from './tree-layout.ts';

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

/** From a box (the root, a feedback) or a knot into each cell of a layer, and there from its note to its response. */
function fanOf(
  arm: ArmTree,
  layout: TreeLayout,
  layer: LayerLayout,
  box: Box,
  from: NodeId | null,
): LineageEdge[] {
  const start = { x: box.x, y: box.y + box.height / 2 };
  const notes = notesOf(arm, layout, layer);
  const intoNotes = notes.map(({ id, note, readers }): LineageEdge => {
    const weight = readers.some((reader) => isChosen(arm, reader)) ? 'heavy' : 'light';
    const entry = { ...note, top: note.y - note.height / 2, cell: layer.cell };
    return edgeInto(arm, id, from, weight, pathInto(start, entry, layer));
  });
  const intoResponses = layer.responses.flatMap((to): LineageEdge[] => {
    const place = layout.places.get(to);
    if (place === undefined) return [];
    const weight = isChosen(arm, to) ? 'heavy' : 'light';
    const own = notes.find(({ readers }) => readers.includes(to));
    return own === undefined
      ? [edgeInto(arm, to, from, weight, pathInto(start, entryOf(place), layer))]
      : [edgeInto(arm, to, own.id, weight, pathFromNote(own.note, place))];
  });
  return [...intoNotes, ...intoResponses];
}

function edgeInto(
  arm: ArmTree,
  to: NodeId,
  from: NodeId | null,
  weight: LineageEdge['weight'],
  path: string,
): LineageEdge {
  return { id: `into-${to}`, from, to, weight, isGrown: isGrown(arm, to), path };
}

function entryOf({ x, y, cell, row }: NodePosition): CellEntry {
  return { x, top: y - NODE_RADIUS, cell, row };
}

interface CellNote {
  readonly id: NodeId;
  readonly note: Note;
  /** The responses that were written from it. */
  readonly readers: readonly NodeId[];
}

/** The notes in a layer's cells. */
function notesOf(arm: ArmTree, layout: TreeLayout, layer: LayerLayout): readonly CellNote[] {
  return nodesOf(arm, 'feedback', layer.layer).flatMap(({ id }) => {
    const note = layout.notes.get(id);
    if (note?.isInCell !== true) return [];
    const readers = layer.responses.filter((to) => findNode(arm, to)?.feedbackId === id);
    return [{ id, note, readers }];
  });
}

/** Whether the way to a response is the way to an anchor or to the winner. */
function isChosen(arm: ArmTree, id: NodeId): boolean {
  return id === arm.winnerId || arm.anchors.includes(id);
}

function edgeToJoint(
  arm: ArmTree,
  layout: TreeLayout,
  layer: LayerLayout,
  joint: Joint,
): LineageEdge[] {
  const from = arm.anchors[layer.layer] ?? null;
  // What is drawn first below the joint: its note, else the first note or response of the cells.
  const first = layer.responses[0];
  const to = joint.feedbackId ?? findNode(arm, first ?? null)?.feedbackId ?? first;
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
