/** The arithmetic mean; null for no values. */
export function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return values.reduce((total, value) => total + value, 0) / values.length;
}

/** Whether all values are equal; true for none and for one. */
export function isConstant(values: readonly number[]): boolean {
  return values.every((value) => value === values[0]);
}

/** Two values of each item: which item comes where is the same in both. */
export type Paired = readonly (readonly [first: number, second: number])[];

/**
 * The items' pairs of values.
 *
 * @throws RangeError when one list is longer than the other.
 */
export function paired(first: readonly number[], second: readonly number[]): Paired {
  if (first.length !== second.length)
    throw new RangeError('Both lists need a value for the same items.');
  return first.map((value, index) => [value, second[index] ?? Number.NaN]);
}

/** The line through a cloud of points: y = intercept + slope · x. */
export interface LineFit {
  /** Change of y per unit of x. */
  readonly slope: number;
  readonly intercept: number;
  /** Pearson's r, −1 to 1; null where all y are equal: a flat line fits them, and nothing correlates. */
  readonly correlation: number | null;
}

/**
 * Ordinary least squares of y on x: which line leaves the least squared distance in y.
 *
 * Null where no line is best: fewer than two points, or all x equal.
 *
 * @throws RangeError when the lists differ in length.
 */
export function slope(xs: readonly number[], ys: readonly number[]): LineFit | null {
  const points = paired(xs, ys);
  const [centreX, centreY] = [mean(xs), mean(ys)];
  if (centreX === null || centreY === null || isConstant(xs)) return null;
  if (isConstant(ys)) return { slope: 0, intercept: centreY, correlation: null };
  let [xx, yy, xy] = [0, 0, 0];
  for (const [x, y] of points) {
    xx += (x - centreX) ** 2;
    yy += (y - centreY) ** 2;
    xy += (x - centreX) * (y - centreY);
  }
  const perUnit = xy / xx;
  return {
    slope: perUnit,
    intercept: centreY - perUnit * centreX,
    // Rounding may carry a perfect correlation past 1.
    correlation: Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy))),
  };
}
