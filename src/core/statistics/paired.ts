/** Two readings of the same items: which item comes where is the same in both. */
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
