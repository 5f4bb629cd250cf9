import { createHash } from 'node:crypto';
import { afterEach, expect, test, vi } from 'vitest';
import { sumOf } from './sum-of.ts';

const BYTES = Uint8Array.from({ length: 300_000 }, (_, at) => at * at);
const blob = new Blob([BYTES]);
const right = (kind: string): string => createHash(kind).update(BYTES).digest('hex');

afterEach(() => {
  vi.unstubAllGlobals();
});

test.each(['sha256', 'md5'] as const)('%s is what others make of the same bytes', async (kind) => {
  expect(await sumOf(blob, kind)).toBe(right(kind));
});

test('SHA-256 is the same where the browser has none of its own', async () => {
  vi.stubGlobal('crypto', {});
  expect(await sumOf(blob, 'sha256')).toBe(right('sha256'));
});
