/** The arithmetic mean; null for no values. */
export function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return values.reduce((total, value) => total + value, 0) / values.length;
}

/** The sample standard deviation (divisor n − 1), never negative; 0 for equal values, null for fewer than two. */
export function standardDeviation(values: readonly number[]): number | null {
  const centre = mean(values);
  if (centre === null || values.length < 2) return null;
  // Equal values may miss their own mean by a rounding error, and dividing by that would blow noise up.
  if (isConstant(values)) return 0;
  const squares = values.reduce((total, value) => total + (value - centre) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}

/** Whether all values are equal; true for none and for one. */
export function isConstant(values: readonly number[]): boolean {
  return values.every((value) => value === values[0]);
}
