import type { RunForm } from '../form/run-form.ts';

/**
 * Whether two drawings of a part of the set-up would be the same, where that part shows nothing of the split: moved by hand, a split
 * changes many times a second.
 */
export function isSameButSplit<Props extends { readonly form: RunForm }>(
  one: Props,
  other: Props,
): boolean {
  const [values, others] = [valuesOf(one), valuesOf(other)];
  return (
    values.length === others.length &&
    values.every((value, place) => Object.is(value, others[place]))
  );
}

function valuesOf({ form, ...others }: { readonly form: RunForm }): readonly unknown[] {
  return Object.values<unknown>({ ...form, ...others, split: null });
}
