import { describe, expect, it } from 'vitest';
import { fileNameOf, webAddress } from './source-fields.tsx';

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

  it('names its model by the last part of its path', () => {
    expect(fileNameOf('https://example.org/m/My%20Model.gguf?x=1')).toBe('My Model.gguf');
    expect(fileNameOf('https://example.org/%E0%A4%A.gguf')).toBe('%E0%A4%A.gguf');
  });
});
