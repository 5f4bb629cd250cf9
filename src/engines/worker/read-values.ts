/** Guards for values from beyond a boundary. */

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isString(value: unknown): value is string {
  return typeof value === 'string';
}

export function isFiniteNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

export function isNullOr<Item>(
  guard: (value: unknown) => value is Item,
  value: unknown,
): value is Item | null {
  return value === null || guard(value);
}

export function isListOf<Item>(
  guard: (value: unknown) => value is Item,
  value: unknown,
): value is readonly Item[] {
  return Array.isArray(value) && value.every(guard);
}
