import { describe, expect, it } from 'vitest';
import { noWebAddress, webAddress } from './web-address.ts';

describe('an address that was typed', () => {
  it('has to be a whole one for the web', () => {
    expect(webAddress(' https://example.org/a.gguf ')).toBe('https://example.org/a.gguf');
    expect(['example.org/a', 'file:///a', 'javascript:1', ''].map(webAddress)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('is tidied', () => {
    expect(webAddress(' http://localhost:1/a b.gguf ')).toBe('http://localhost:1/a%20b.gguf');
    for (const typed of ['', 'a.gguf', 'file:///a.gguf', 'javascript:alert(1)']) {
      expect(webAddress(typed)).toBeNull();
    }
  });

  it('has no name and password in it, and isn’t endless', () => {
    const secret = 'https://ada:secret@example.org/a.gguf';
    expect([secret, 'https://ada@example.org/a'].map(webAddress)).toEqual([null, null]);
    expect(noWebAddress(secret)).toContain('a name and password in it is not used');
    expect(noWebAddress(secret)).not.toContain('secret');
    const long = `https://example.org/${'a'.repeat(1_000)}`;
    expect(webAddress(long)).toBeNull();
    expect(noWebAddress(long)).toBe('The address is longer than 900 characters.');
    expect(noWebAddress('x'.repeat(10_000)).length).toBeLessThan(250);
  });
});
