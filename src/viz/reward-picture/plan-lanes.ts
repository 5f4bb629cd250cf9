/**
 * How an arm's lanes and notes stand below each other, from the plan's counts alone:
 *
 *   lane of drafts        the root's chip above the dots
 *   note of layer 1       one feedback, several, or a bare knot where the arm writes none
 *   lane of refinements
 *   note of layer 2 …
 *   the guide's words     under the last lane of refinements
 */
import type { NodeId, NodePlace } from '../../core/index.ts';
import { DOT_GAP, rowsFor, type PictureFrame } from './picture-frame.ts';

export interface LanePlan {
  readonly height: number;
  readonly layers: readonly LaneLayer[];
}

export interface LaneLayer {
  readonly layer: number;
  /** What its refinements hang from; null for drafts, which hang from the root's chip. */
  readonly joint: PlannedJoint | null;
  readonly lane: Lane;
  /** Ids of its responses in the order sampled. */
  readonly responses: readonly NodeId[];
}

export interface Lane {
  readonly top: number;
  readonly bottom: number;
  /** Where the first and the last row of dots may have their centres. */
  readonly firstRow: number;
  readonly lastRow: number;
  readonly rows: number;
  /** Middle of the line at the lane's foot that is kept free for labels. */
  readonly labelRow: number;
  /** Baseline of the lane's own label where that stands above it. */
  readonly labelAbove: number;
}

/** Between two lanes. Without notes it is a knot. */
export interface PlannedJoint {
  readonly top: number;
  readonly bottom: number;
  readonly x: number;
  readonly notes: readonly PlannedChip[];
}

export interface PlannedChip {
  readonly id: NodeId;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Lines of words under its title; 0 where there is room for its number alone. */
  readonly lines: number;
}

/** Size of a note's words, in CSS pixels. */
export const NOTE_TEXT = 14;
export const NOTE_LEADING = 18;
/** Height of a note's title with the room above it. */
export const NOTE_TITLE = 24;
export const CHIP = { inset: 6, height: 22 };
const PADDING = 8;
const LABEL_ROW = 18;
const LABEL_ABOVE = 20;
const GUIDE_WORDS = 16;
const GAP_ABOVE_NOTE = 16;
const GAP_BELOW_NOTE = 24;
const KNOT_GAP = 44;

/** Every lane and note of an arm. */
export function planLanes(places: readonly NodePlace[], frame: PictureFrame): LanePlan {
  const numbers = [...new Set(places.map(({ layer }) => layer))].sort((one, other) => one - other);
  const isDeep = numbers.length > 3;
  const last = numbers.at(-1);
  const layers: LaneLayer[] = [];
  let y = 0;
  for (const layer of numbers) {
    const own = places.filter((place) => place.layer === layer);
    const responses = own.filter(({ kind }) => kind !== 'feedback').map(({ id }) => id);
    const feedbacks = own.filter(({ kind }) => kind === 'feedback').map(({ id }) => id);
    const joint = layer === 0 ? null : jointBelow(y, feedbacks, frame, isDeep);
    const top = (joint?.bottom ?? y) + (frame.isNarrow ? LABEL_ABOVE : 0);
    const lane = laneAt(top, responses.length, layer === 0, frame);
    layers.push({ layer, joint, lane, responses });
    y = lane.bottom + (layer > 0 && layer === last ? GUIDE_WORDS : 0);
  }
  return { height: y, layers };
}

function laneAt(top: number, count: number, hasChip: boolean, { radius }: PictureFrame): Lane {
  const rows = rowsFor(count);
  const firstRow = top + PADDING + radius + (hasChip ? CHIP.inset + CHIP.height : 0);
  const lastRow = firstRow + (rows - 1) * (2 * radius + DOT_GAP);
  const bottom = lastRow + radius + PADDING + LABEL_ROW;
  const labelRow = bottom - LABEL_ROW / 2 - 2;
  return { top, bottom, firstRow, lastRow, rows, labelRow, labelAbove: top - 6 };
}

function jointBelow(
  y: number,
  feedbacks: readonly NodeId[],
  frame: PictureFrame,
  isDeep: boolean,
): PlannedJoint {
  const top = y + GAP_ABOVE_NOTE;
  const room = frame.laneRight - frame.laneLeft;
  const x = frame.laneLeft + room * (frame.isNarrow ? 0.5 : 0.42);
  const [only, second] = feedbacks;
  if (only === undefined) {
    const middle = y + KNOT_GAP / 2;
    return { top: middle, bottom: y + KNOT_GAP, x, notes: [] };
  }
  const notes =
    second === undefined
      ? [oneNote(only, x, top, frame, isDeep)]
      : severalNotes(feedbacks, top, frame);
  const bottom = Math.max(...notes.map((note) => note.top + note.height)) + GAP_BELOW_NOTE;
  return { top, bottom, x, notes };
}

const WIDEST_NOTE = 480;

function oneNote(
  id: NodeId,
  x: number,
  top: number,
  frame: PictureFrame,
  isDeep: boolean,
): PlannedChip {
  const room = frame.laneRight - frame.laneLeft;
  const width = Math.min(WIDEST_NOTE, frame.isNarrow ? room - 2 : room * 0.76);
  const lines = isDeep ? 1 : frame.isNarrow ? 3 : 2;
  return { id, left: x - width / 2, top, width, height: heightOfNote(lines), lines };
}

function heightOfNote(lines: number): number {
  return NOTE_TITLE + lines * NOTE_LEADING + (lines === 0 ? 2 : 8);
}

/** Several feedbacks stand in rows; where those would be more than this, there is room for their numbers only. */
const MOST_ROWS_OF_WORDS = 2;
const NOTE_WITH_WORDS = 156;
const NOTE_WITH_NUMBER = 46;
const NOTE_GAP = 8;

function severalNotes(
  ids: readonly NodeId[],
  top: number,
  frame: PictureFrame,
): readonly PlannedChip[] {
  const room = frame.laneRight - frame.laneLeft;
  const fits = (least: number): number =>
    Math.max(1, Math.floor((room + NOTE_GAP) / (least + NOTE_GAP)));
  const hasWords = Math.ceil(ids.length / fits(NOTE_WITH_WORDS)) <= MOST_ROWS_OF_WORDS;
  const most = fits(hasWords ? NOTE_WITH_WORDS : NOTE_WITH_NUMBER);
  const rows = Math.ceil(ids.length / most);
  const columns = Math.ceil(ids.length / rows);
  const lines = hasWords ? 2 : 0;
  const pitch = hasWords
    ? Math.min(room / columns, WIDEST_NOTE * 0.6)
    : NOTE_WITH_NUMBER + NOTE_GAP;
  const height = heightOfNote(lines);
  const left = frame.laneLeft + (room - columns * pitch) / 2;
  return ids.map((id, index) => ({
    id,
    left: left + (index % columns) * pitch + NOTE_GAP / 2,
    top: top + Math.floor(index / columns) * (height + NOTE_GAP),
    width: pitch - NOTE_GAP,
    height,
    lines,
  }));
}
