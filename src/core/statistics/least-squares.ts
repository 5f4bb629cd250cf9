import { isConstant, mean, paired } from './number-lists.ts';

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
