import { expect, it } from 'vitest';
import { besidePath, isSameKey, readRunKey, type RunKey, writeRunKey } from './run-key.ts';

const saved: RunKey = { kind: 'saved', id: '7f0c' };
const recorded: RunKey = { kind: 'recorded', name: 'first' };

it('stands in the address and is read from it', () => {
  for (const key of [saved, recorded]) expect(readRunKey(writeRunKey(key))).toEqual(key);
  expect(besidePath(saved)).toBe('/beside/run:7f0c');
  expect(besidePath(saved, recorded)).toBe('/beside/run:7f0c/recorded:first');
  expect(isSameKey(saved, { ...saved })).toBe(true);
  expect(isSameKey(saved, recorded)).toBe(false);
});

it('is none where the address holds something else', () => {
  for (const text of ['', 'run:', 'first', 'recorded:']) expect(readRunKey(text)).toBe(null);
});
