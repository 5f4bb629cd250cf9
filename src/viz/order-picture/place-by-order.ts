/**
 * Where every node of the plan is drawn.
 *
 * The places follow from the plan alone (kinds, layers and counts are known before the first word), so nothing moves when
 * results arrive: x is the order within a layer, y the layer. Reward never moves a node; it fills it.
 *
 *   root (x + z)            a box
 *   layer 0: drafts         rows of cells
 *   joint of layer 1        the note of the layer's one feedback, else a bare knot
 *   layer 1: refinements    rows of cells; where there are several feedbacks, each cell has its note above its refinement
 *   joint of layer 2 …
 */
import { group } from 'd3-array';
import type { ArmTree, NodeId, NodePlace } from '../../core/index.ts';

/** `wide`: up to 8 or so to a row. `narrow`: fits a phone; rows wrap early and the tree runs downwards. */
export type Orientation = 'wide' | 'narrow';

export interface Box {
  /** Centre. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface NodePosition {
  readonly x: number;
  readonly y: number;
  /** Width of its cell: what its words may take at high zoom. */
  readonly cell: number;
  readonly row: number;
}

export interface LayerLayout {
  readonly layer: number;
  /** Ids of its responses in the order sampled. */
  readonly responses: readonly NodeId[];
  readonly left: number;
  readonly right: number;
  /** Top of the gap above the rows, where its heading stands and the edges fan out. */
  readonly top: number;
  /** Top of what stands first in the rows: the notes in their cells, else the responses. */
  readonly firstTop: number;
  readonly lastRow: number;
  /** Below the last row's labels. */
  readonly bottom: number;
  readonly cell: number;
  /** What its responses hang from; null for drafts, which hang from the root. */
  readonly joint: Joint | null;
}

export interface Joint extends Box {
  /** The one feedback of the layer. Null where it has none or several: then the joint is a knot of no size. */
  readonly feedbackId: NodeId | null;
  /** x of the lane that leads around the layers between, for an anchor of an earlier layer. */
  readonly lane: number;
}

/** The box of a feedback. */
export interface Note extends Box {
  /** Size of its letters. */
  readonly textSize: number;
  /** Whether it stands in the cell of a refinement and has room for few words. */
  readonly isInCell: boolean;
  /** Row of its cell. */
  readonly row: number;
}

export interface TreeLayout {
  readonly width: number;
  readonly height: number;
  /** Size of the letters of notes and headings: grows with the width, so that fitting the tree leaves them readable. */
  readonly textSize: number;
  readonly root: Box;
  readonly layers: readonly LayerLayout[];
  readonly places: ReadonlyMap<NodeId, NodePosition>;
  /** Every feedback's box: its place is the centre. */
  readonly notes: ReadonlyMap<NodeId, Note>;
}

export interface TreeLayoutRequest {
  /** Every node of the plan, in the order sampled. */
  readonly places: readonly NodePlace[];
  /** Cells to a row, from `columnsOf`: the same for arms side by side gives nodes of the same size. */
  readonly columns: number;
  /** Lines of the root's box: x, and z where the arm reads it. */
  readonly rootLines: number;
}

export const NODE_RADIUS = 16;
/** Lines of a feedback beneath its title, at rest. */
const NOTE_LINES = 3;
export const LINE_HEIGHT = 1.36;
const CELL = 64;
const WIDEST_CELL = 104;
const ROW = 90;
const LEAST_WIDTH = 336;
const MARGIN = 18;
const LANE = 12;
/** Room under a node's centre for its reward and its word. */
export const LABEL_ROOM = NODE_RADIUS + 36;
/** Room above a node's centre for the gain. */
const GAIN_ROOM = NODE_RADIUS + 14;
/** Of a note in a cell: between its edge and the cell's, and above and below it. */
const NOTE_MARGIN = { side: 4, above: 30, below: 12 };
const LARGEST_CELL_TEXT = 10;

/** From so many nodes on a tree is drawn in parts: what is in view, and all others as a few shapes. No run of the page has more. */
const MANY = 600;

/** Whether a tree has so many nodes that they aren't drawn one by one. */
export function hasMany({ places }: Pick<TreeLayout, 'places'>): boolean {
  return places.size > MANY;
}

/** Cells to a row that suit all of these arms. */
export function columnsOf(arms: readonly Pick<ArmTree, 'nodes'>[], orientation: Orientation) {
  const counts = arms.flatMap((arm) =>
    groupByLayer(arm.nodes).map(({ responses }) => responses.length),
  );
  return Math.max(1, ...counts.map((count) => columnsFor(count, orientation)));
}

function columnsFor(count: number, orientation: Orientation): number {
  if (orientation === 'narrow')
    return Math.min(count, Math.max(4, Math.ceil(Math.sqrt(count / 2))));
  return Math.min(count, Math.max(8, Math.ceil(Math.sqrt(2 * count))));
}

/** Lays an arm's plan out. */
export function layoutTree({ places, columns, rootLines }: TreeLayoutRequest): TreeLayout {
  const groups = groupByLayer(places);
  const inner = Math.max(LEAST_WIDTH, columns * CELL);
  const textSize = inner * 0.034;
  const frame: Frame = {
    left: MARGIN,
    inner,
    columns,
    textSize,
    firstLane: MARGIN + inner + LANE / 2,
  };
  const rootHeight = (rootLines * LINE_HEIGHT + 0.9) * textSize;
  const root = noteBox(frame, MARGIN, rootHeight);
  const drawn: Drawn = { places: new Map(), notes: new Map() };
  const layers: LayerLayout[] = [];
  let y = MARGIN + rootHeight;
  for (const group of groups) {
    const layer = layoutLayer(group, frame, y, drawn);
    layers.push(layer);
    y = layer.bottom;
  }
  const lanes = Math.max(0, groups.length - 2);
  return {
    width: inner + 2 * MARGIN + lanes * LANE,
    height: y + MARGIN,
    textSize,
    root,
    layers,
    ...drawn,
  };
}

/** What a layer adds to while it is laid out. */
interface Drawn {
  readonly places: Map<NodeId, NodePosition>;
  readonly notes: Map<NodeId, Note>;
}

interface Frame {
  readonly left: number;
  readonly inner: number;
  readonly columns: number;
  readonly textSize: number;
  readonly firstLane: number;
}

interface LayerGroup {
  readonly layer: number;
  readonly feedbacks: readonly NodePlace[];
  readonly responses: readonly NodePlace[];
}

function groupByLayer(places: readonly NodePlace[]): readonly LayerGroup[] {
  const layers = [...group(places, ({ layer }) => layer)].sort(([a], [b]) => a - b);
  return layers.map(([layer, nodes]) => ({
    layer,
    feedbacks: nodes.filter(({ kind }) => kind === 'feedback'),
    responses: nodes.filter(({ kind }) => kind !== 'feedback'),
  }));
}

function layoutLayer(group: LayerGroup, frame: Frame, above: number, drawn: Drawn): LayerLayout {
  const joint = group.layer === 0 ? null : layoutJoint(group, frame, above, drawn);
  const top = joint === null ? above : joint.y + joint.height / 2;
  const rows = Math.max(1, Math.ceil(group.responses.length / frame.columns));
  // Rows of even length: 9 responses in rows of 8 become 5 and 4, not 8 and 1.
  const perRow = Math.max(1, Math.ceil(group.responses.length / rows));
  const cell = Math.min(WIDEST_CELL, frame.inner / perRow);
  const left = frame.left + (frame.inner - perRow * cell) / 2;
  const firstTop = top + Math.max(58, 3.5 * frame.textSize) + GAIN_ROOM - NODE_RADIUS;
  const hasNotes = group.feedbacks.length > 1;
  const noteRoom = hasNotes ? heightOfNote(cellTextSize(cell)) + NOTE_MARGIN.below + GAIN_ROOM : 0;
  const firstRow = firstTop + (hasNotes ? noteRoom : NODE_RADIUS);
  const pitch = hasNotes ? noteRoom + LABEL_ROOM + NOTE_MARGIN.above : ROW;
  group.responses.forEach((place, index) => {
    const row = Math.floor(index / perRow);
    const position = { x: left + cell * ((index % perRow) + 0.5), y: firstRow + row * pitch };
    drawn.places.set(place.id, { ...position, cell, row });
    const { feedbackId } = place;
    // A note stands in the cell of the refinement that reads it first.
    if (!hasNotes || feedbackId === null || drawn.notes.has(feedbackId)) return;
    drawNote(feedbackId, cellNote(position, noteRoom, cell, row), drawn);
  });
  const lastRow = firstRow + (rows - 1) * pitch;
  return {
    layer: group.layer,
    responses: group.responses.map((place) => place.id),
    left,
    right: left + perRow * cell,
    top,
    firstTop,
    lastRow,
    bottom: lastRow + LABEL_ROOM,
    cell,
    joint,
  };
}

function layoutJoint(group: LayerGroup, frame: Frame, above: number, drawn: Drawn): Joint {
  const lane = frame.firstLane + LANE * Math.max(0, group.layer - 2);
  const gap = 34;
  const [feedback, second] = group.feedbacks;
  if (feedback === undefined || second !== undefined) {
    const x = frame.left + frame.inner / 2;
    return { x, y: above + gap, width: 0, height: 0, feedbackId: null, lane };
  }
  const box = noteBox(frame, above + gap, heightOfNote(frame.textSize));
  drawNote(feedback.id, { ...box, textSize: frame.textSize, isInCell: false, row: 0 }, drawn);
  return { ...box, feedbackId: feedback.id, lane };
}

function drawNote(id: NodeId, note: Note, drawn: Drawn): void {
  drawn.notes.set(id, note);
  drawn.places.set(id, { x: note.x, y: note.y, cell: note.width, row: note.row });
}

/** The note above a refinement, in its cell. */
function cellNote(
  refinement: { readonly x: number; readonly y: number },
  noteRoom: number,
  cell: number,
  row: number,
): Note {
  const textSize = cellTextSize(cell);
  const height = heightOfNote(textSize);
  const y = refinement.y - noteRoom + height / 2;
  const width = cell - 2 * NOTE_MARGIN.side;
  return { x: refinement.x, y, width, height, textSize, isInCell: true, row };
}

function cellTextSize(cell: number): number {
  return Math.min(LARGEST_CELL_TEXT, cell * 0.13);
}

function heightOfNote(textSize: number): number {
  return ((NOTE_LINES + 1) * LINE_HEIGHT + 0.9) * textSize;
}

function noteBox(frame: Frame, top: number, height: number): Box {
  const width = frame.inner * 0.8;
  return { x: frame.left + frame.inner / 2, y: top + height / 2, width, height };
}
