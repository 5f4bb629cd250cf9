import { describe, expect, it } from 'vitest';
import { webAddress } from './web-address.ts';

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
});
