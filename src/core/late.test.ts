import { describe, expect, it } from 'vitest';
import { allLate, late } from './late.ts';

/** Counts what is fetched, and fails as often as is wished. */
function counting(failures: number) {
  const calls = { count: 0 };
  const code = late('The rubric', () => {
    calls.count += 1;
    return calls.count > failures ? Promise.resolve('here') : Promise.reject(new Error('offline'));
  });
  return { calls, code };
}

describe('what is fetched late', () => {
  it('is fetched once, by whoever asks first, and tells when it is there', async () => {
    const { calls, code } = counting(0);
    const told: (string | null)[] = [];
    const stop = code.subscribe(() => told.push(code.now()));
    expect(code.now()).toBeNull();
    expect(await Promise.all([code.load(), code.load()])).toEqual(['here', 'here']);
    expect(calls.count).toBe(1);
    expect(told).toEqual(['here']);
    stop();
    await code.load();
    expect(told).toEqual(['here']);
  });

  it('says what is missing where it can’t be fetched, and is fetched again', async () => {
    const { code } = counting(1);
    await expect(code.load()).rejects.toThrow(
      'The rubric could not be fetched. Try again when the network is back.',
    );
    expect(code.now()).toBeNull();
    expect(await code.load()).toBe('here');
    expect(code.now()).toBe('here');
  });

  it('is there together once all of it is', async () => {
    const parts = [counting(0).code, counting(1).code];
    const all = allLate('All', parts);
    await expect(all.load()).rejects.toThrow('All could not be fetched.');
    expect(all.now()).toBeNull();
    await all.load();
    expect(parts.map(({ now }) => now())).toEqual(['here', 'here']);
    expect(all.now()).toBe(true);
  });
});
