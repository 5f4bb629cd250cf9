import { expect, it } from 'vitest';
import { isSameRun, readRunKey } from './read-run-key.ts';
import { besidePath, type RunKey, writeRunKey } from './run-key.ts';

const saved: RunKey = { kind: 'saved', id: '7f0c' };
const recorded: RunKey = { kind: 'recorded', name: 'first' };
const atSplit: RunKey = { ...recorded, split: [4, 2, 2] };

it('stands in the address and is read from it', () => {
  for (const key of [saved, recorded, atSplit, { ...saved, split: [8] }]) {
    expect(readRunKey(writeRunKey(key))).toEqual(key);
  }
  expect(besidePath(saved)).toBe('/beside/run:7f0c');
  expect(besidePath(saved, recorded)).toBe('/beside/run:7f0c/recorded:first');
  expect(besidePath(atSplit, saved)).toBe('/beside/recorded:first~4-2-2/run:7f0c');
});

it('is none where the address holds something else', () => {
  for (const text of ['', 'run:', 'first', 'recorded:', 'run:a~0-0', 'run:a~100-100']) {
    expect(readRunKey(text)).toBe(null);
  }
});

it('takes for a name what is no split', () => {
  expect(readRunKey('run:a~b')).toEqual({ kind: 'saved', id: 'a~b' });
  expect(readRunKey('run:a~1-1-1-1-1-1-1-1-1')).toHaveProperty('id', 'a~1-1-1-1-1-1-1-1-1');
});

it('names the run of another at whatever split', () => {
  expect(isSameRun(recorded, atSplit)).toBe(true);
  expect(isSameRun(saved, recorded)).toBe(false);
  expect(isSameRun(saved, { ...saved, id: '7f0d' })).toBe(false);
});
