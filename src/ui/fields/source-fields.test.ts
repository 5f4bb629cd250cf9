import { describe, expect, it } from 'vitest';
import { fileNameOf } from './source-fields.tsx';

describe('an address that was typed', () => {
  it('names its model by the last part of its path', () => {
    expect(fileNameOf('https://example.org/m/My%20Model.gguf?x=1')).toBe('My Model.gguf');
    expect(fileNameOf('https://example.org/%E0%A4%A.gguf')).toBe('%E0%A4%A.gguf');
  });
});
