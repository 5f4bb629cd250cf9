import type { RunForm } from '../form/run-form.ts';

/**
 * Whether two drawings of a part of the set-up would be the same, where that part shows nothing of the split: moved by hand, a split
 * changes many times a second.
 */
export function isSameButSplit<Props extends { readonly form: RunForm }>(
  one: Props,
  other: Props,
): boolean {
  const [fields, others] = [fieldsOf(one), fieldsOf(other)];
  return Object.keys({ ...fields, ...others }).every((name) =>
    Object.is(fields[name], others[name]),
  );
}

function fieldsOf({ form, ...others }: { readonly form: RunForm }): Record<string, unknown> {
  return { ...form, ...others, split: null };
}
