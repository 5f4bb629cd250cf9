/** One response read by two scorers, or by a scorer and a measure. */
export interface ScatterPoint {
  /** Unique in the chart. */
  readonly id: string;
  /** Its name for people, such as “Draft 3”. */
  readonly label: string;
  readonly x: number;
  readonly y: number;
  /** Null where neither axis has it as its best. */
  readonly mark: ScatterMark | null;
  /** What it belongs to, such as an arm's name: told by shape. */
  readonly series: string;
}

/** Whose best a response is: the first scorer's (x), the second's (y) or both's. */
export type ScatterMark = 'first-winner' | 'second-winner' | 'both';

/** An axis as its caller names it. */
export interface ScatterAxis {
  /** With its unit, where it has one: “Length in words”. */
  readonly title: string;
  readonly format: (value: number) => string;
}

/** The series of points in the order in which they first come. */
export function seriesOf(points: readonly ScatterPoint[]): readonly string[] {
  return [...new Set(points.map(({ series }) => series))];
}
