/** What a contract check holds to, without a test framework, so that it runs in a page too. */

export function holds(condition: boolean, what: string): void {
  if (!condition) throw new Error(`expected: ${what}`);
}

export function equal(actual: unknown, expected: unknown, what: string): void {
  holds(actual === expected, `${what} to be ${String(expected)}, not ${String(actual)}`);
}

/** What a promise was rejected with. */
export async function failure(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('expected a failure, and there was none');
}
