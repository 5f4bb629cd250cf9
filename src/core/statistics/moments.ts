/** The arithmetic mean; null for no values. */
export function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return values.reduce((total, value) => total + value, 0) / values.length;
}

/** Whether all values are equal; true for none and for one. */
export function isConstant(values: readonly number[]): boolean {
  return values.every((value) => value === values[0]);
}
