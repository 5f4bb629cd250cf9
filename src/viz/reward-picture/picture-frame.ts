/**
 * What all arms of the picture share across: where labels, waiting responses and the axis of rewards stand. It follows from
 * the width and from the plans' counts alone, so nothing jumps while a run is sampled.
 *
 *   | labels | waiting | axis of rewards, the same for every arm and layer | room for the last mark |
 *            laneLeft  axisLeft                                    axisRight  laneRight
 */
export interface PictureFrame {
  /** Of the whole picture, in CSS pixels, as all lengths here. */
  readonly width: number;
  /** Lanes' labels stand beside them where there is room for that, else at their foot, on a phone above them. */
  readonly laneLabels: 'beside' | 'foot' | 'above';
  /** As narrow as a phone. */
  readonly isNarrow: boolean;
  readonly laneLeft: number;
  readonly laneRight: number;
  /** Where the least reward of the domain stands. */
  readonly axisLeft: number;
  /** Where the most reward of the domain stands. */
  readonly axisRight: number;
  /** Of a response's dot. */
  readonly radius: number;
}

/** Between dots that touch. */
export const DOT_GAP = 2;
/** How much larger than a dot the winner's star is, from its centre to its tips. */
export const STAR_SIZE = 1.5;
/** How far the brackets around a dot outside the budget reach from its centre. */
export function bracketReach(radius: number): number {
  return 1.2 * (radius + BRACKETS_OFF);
}

/** Where brackets end above and below, beside a dot. */
export const BRACKETS_OFF = 8;
const NARROW_BELOW = 560;
const LABELS_BESIDE_FROM = 900;
const LABELS = 164;
const LEAST_WIDTH = 280;
/** Waiting responses may take no more of a lane than this share. */
const MOST_WAITING = 0.2;

/** The frame of a picture that is so wide, for layers with so many responses. */
export function pictureFrame(givenWidth: number, counts: readonly number[]): PictureFrame {
  const width = Math.max(LEAST_WIDTH, Math.floor(givenWidth));
  const isNarrow = width < NARROW_BELOW;
  const most = Math.max(1, ...counts);
  const radius = radiusFor(most, isNarrow);
  const laneLabels = isNarrow ? 'above' : width < LABELS_BESIDE_FROM ? 'foot' : 'beside';
  const laneLeft = laneLabels === 'beside' ? LABELS : 0;
  const laneRight = width;
  const columns = Math.ceil(most / rowsFor(most));
  const waiting = Math.min(
    columns * (2 * radius + DOT_GAP) + radius,
    (laneRight - laneLeft) * MOST_WAITING,
  );
  const edge = radius * STAR_SIZE + 4;
  const axisLeft = laneLeft + waiting + edge;
  const axisRight = laneRight - edge;
  return { width, laneLabels, isNarrow, laneLeft, laneRight, axisLeft, axisRight, radius };
}

const RADII = [
  [8, 8.5],
  [16, 7.5],
  [32, 6.5],
  [64, 5.5],
] as const;

function radiusFor(count: number, isNarrow: boolean): number {
  const [, radius] = RADII.find(([most]) => count <= most) ?? [0, 4.5];
  return isNarrow ? Math.max(4, radius - 1) : radius;
}

const ROWS_FOR_ALL = 3;
const MOST_ROWS = 14;

/** Rows of dots that a lane of so many responses has room for: three may all be equal, of more a swarm is enough. */
export function rowsFor(count: number): number {
  if (count <= ROWS_FOR_ALL) return Math.max(1, count);
  return Math.min(MOST_ROWS, Math.max(ROWS_FOR_ALL, Math.ceil(Math.sqrt(count) * 1.3)));
}
