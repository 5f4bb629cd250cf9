import { describe, expect, it } from 'vitest';
import { keepValue } from './keep-value-in-local-storage.ts';

function fakeStorage(changes: Partial<Storage> = {}): Storage {
  const items = new Map<string, string>();
  return {
    length: 0,
    clear: () => undefined,
    key: () => null,
    removeItem: () => undefined,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => {
      items.set(key, value);
    },
    ...changes,
  };
}

const fail = (): never => {
  throw new Error('Refused.');
};

describe('a kept value', () => {
  it('comes back as it was written', () => {
    const storage = fakeStorage();
    keepValue(storage, 'form').write({ prompt: 'x' });
    expect(keepValue(storage, 'form').read()).toEqual({ prompt: 'x' });
    expect(keepValue(storage, 'other').read()).toBeUndefined();
  });

  it('is nothing where it can be neither read nor written', () => {
    for (const storage of [null, fakeStorage({ getItem: fail, setItem: fail })]) {
      const kept = keepValue(storage, 'form');
      kept.write('x');
      expect(kept.read()).toBeUndefined();
    }
    expect(keepValue(fakeStorage({ getItem: () => '{' }), 'form').read()).toBeUndefined();
  });
});
