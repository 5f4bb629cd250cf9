/** What follows from what, as SVG paths: root → drafts, anchor → note → refinements. Nothing here moves but with a reward. */
import { type ArmTree, findNode, type NodeId } from '../../core/index.ts';
import { svg } from '../layout/svg-shapes.ts';
import type { PictureFrame } from './picture-frame.ts';
import type { ChipBox, DotPlace } from './place-by-reward.ts';
import type { PlannedJoint, LaneLayer, PlannedChip, LanePlan } from './plan-lanes.ts';

export interface PictureEdge {
  readonly id: string;
  /** `heavy`: the anchor's way into its note, and from there to the winner or a further anchor. `pending`: no anchor yet. `rejected`: what the
   * anchor is held against. */
  readonly weight: 'heavy' | 'light' | 'pending' | 'rejected';
  readonly path: string;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface DrawnArm {
  readonly arm: ArmTree;
  readonly plan: LanePlan;
  readonly frame: PictureFrame;
  readonly chip: ChipBox;
  readonly places: ReadonlyMap<NodeId, DotPlace>;
}

/** The edges of an arm, light ones first so that heavy ones are drawn over them. */
export function pictureEdges(drawn: DrawnArm): readonly PictureEdge[] {
  const edges = drawn.plan.layers.flatMap((layer, index) => {
    const { joint } = layer;
    if (joint === null) return edgesFromChip(drawn, layer);
    const above = drawn.plan.layers[index - 1];
    return [...edgesIntoJoint(drawn, layer, joint, above), ...edgesFromJoint(drawn, layer, joint)];
  });
  const order = { pending: 0, rejected: 0, light: 1, heavy: 2 };
  return edges.sort((one, other) => order[one.weight] - order[other.weight]);
}

function edgesFromChip({ chip, places, frame }: DrawnArm, layer: LaneLayer): PictureEdge[] {
  const right = chip.left + chip.width;
  const middle = chip.top + chip.height / 2;
  return layer.responses.flatMap((id): PictureEdge[] => {
    const place = places.get(id);
    if (place === undefined) return [];
    const end = { x: place.x, y: place.y - frame.radius };
    const turn = Math.min(18, (end.y - middle) * 0.9);
    const path =
      end.x > right + 22
        ? svg`M${right},${middle}H${end.x - 18}Q${end.x},${middle} ${end.x},${middle + turn}V${end.y}`
        : fall({ x: Math.min(end.x, right - 6), y: chip.top + chip.height }, end);
    return [{ id: `into-${id}`, weight: 'light', path }];
  });
}

function edgesIntoJoint(
  drawn: DrawnArm,
  layer: LaneLayer,
  joint: PlannedJoint,
  above: LaneLayer | undefined,
): PictureEdge[] {
  const { arm, places } = drawn;
  const [anchor, rejected] = [arm.anchors, arm.rejected].map((read) =>
    places.get(read[layer.layer] ?? ''),
  );
  const leaves = above?.lane.bottom ?? 0;
  return entriesOf(joint).flatMap(({ id, x, y, note }): PictureEdge[] => {
    const edge = { id: `joint-${String(layer.layer)}-${id}` };
    // Notes of a lower row hang from those above them, unless they led to what was chosen.
    const isLower = y > joint.top;
    if (anchor === undefined) {
      return isLower ? [] : [{ ...edge, weight: 'pending', path: svg`M${x},${leaves}V${y}` }];
    }
    const isHeavy = note === null || joint.notes.length === 1 || leadsOn(arm, note, layer);
    if (isLower && !isHeavy) return [];
    const pathFrom = (dot: DotPlace): string => wayIntoNote(drawn, dot, leaves, { x, y });
    const path = pathFrom(anchor);
    const into: PictureEdge = { ...edge, weight: isHeavy ? 'heavy' : 'light', path };
    if (rejected === undefined) return [into];
    return [into, { id: `against-${id}`, weight: 'rejected', path: pathFrom(rejected) }];
  });
}

/** Straight down through its own lane, along its guide, and only then towards the note, but around lanes between: they don't follow from it. */
function wayIntoNote({ plan, frame }: DrawnArm, dot: DotPlace, leaves: number, end: Point): string {
  const from = plan.layers.findIndex(({ lane }) => dot.y < lane.bottom);
  const own = plan.layers[from]?.lane.bottom ?? leaves;
  const start = svg`M${dot.x},${dot.y + frame.radius}V`;
  if (own >= leaves) return svg`${start}${leaves}${bend({ x: dot.x, y: leaves }, end)}`;
  const rail = frame.laneRight - 2 - RAIL_GAP * (from % RAILS);
  return svg`${start}${own + TURN}H${rail}V${leaves + TURN}H${end.x}V${end.y}`;
}

/** Below a lane, where ways around others turn; and those ways apart, in CSS pixels. */
const TURN = 6;
const RAIL_GAP = 4;
const RAILS = 4;

function entriesOf(joint: PlannedJoint) {
  if (joint.notes.length === 0) return [{ id: 'knot', x: joint.x, y: joint.top, note: null }];
  return joint.notes.map((note) => ({ id: note.id, x: centreOf(note), y: note.top, note }));
}

function edgesFromJoint(drawn: DrawnArm, layer: LaneLayer, joint: PlannedJoint): PictureEdge[] {
  const { arm, places, frame } = drawn;
  const [first] = joint.notes;
  return layer.responses.flatMap((id): PictureEdge[] => {
    const place = places.get(id);
    if (place === undefined) return [];
    const own = joint.notes.find((note) => note.id === findNode(arm, id)?.feedbackId) ?? first;
    const start =
      own === undefined
        ? { x: joint.x, y: joint.top }
        : { x: centreOf(own), y: own.top + own.height };
    const end = { x: place.x, y: place.y - frame.radius };
    const weight = isChosen(arm, id) ? 'heavy' : 'light';
    const entry = { x: end.x, y: layer.lane.top + 2 };
    const path = svg`M${start.x},${start.y}${bend(start, entry)}V${end.y}`;
    return [{ id: `into-${id}`, weight, path }];
  });
}

/** Whether a note of several led to what was chosen. */
function leadsOn(arm: ArmTree, note: PlannedChip, layer: LaneLayer): boolean {
  return layer.responses.some(
    (id) => findNode(arm, id)?.feedbackId === note.id && isChosen(arm, id),
  );
}

function isChosen(arm: ArmTree, id: NodeId): boolean {
  return id === arm.winnerId || arm.anchors.includes(id);
}

function centreOf({ left, width }: PlannedChip): number {
  return left + width / 2;
}

function fall(from: Point, to: Point): string {
  return svg`M${from.x},${from.y}${bend(from, to)}`;
}

/** Leaves and arrives upright. */
function bend(from: Point, to: Point): string {
  const turn = from.y + (to.y - from.y) * 0.6;
  return svg`C${from.x},${turn} ${to.x},${turn} ${to.x},${to.y}`;
}
