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
