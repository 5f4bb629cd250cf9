import { expect, it } from 'vitest';
import { openPromptFile } from './open-prompt-file.ts';

const file = (...parts: BlobPart[]): File => new File(parts, 'questions.csv');

it.each([
  ['UTF-8', file('Größe?\n')],
  ['UTF-8 with its mark', file('\uFEFFGröße?\n')],
  ['UTF-16, the low byte first', file(new Uint16Array([0xfeff, ...codesOf('Größe?\n')]))],
  ['UTF-16, the high byte first', file(swapped(new Uint16Array([0xfeff, ...codesOf('Größe?\n')])))],
])('opens text in %s', async (_, chosen) => {
  expect(await openPromptFile(chosen)).toEqual({ name: 'questions.csv', text: 'Größe?\n' });
});

it.each([
  ['a picture', file(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d]))],
  ['bytes of zero', file('prompt\n', new Uint8Array(4))],
  ['an older encoding', file(new Uint8Array([0x47, 0x72, 0xf6]))],
])('opens no %s', async (_, chosen) => {
  await expect(openPromptFile(chosen)).rejects.toThrow(
    '“questions.csv” is no text in UTF-8: save it as CSV in UTF-8, or as JSON Lines, and choose it again.',
  );
});

it('reads nothing of a file that is too large', async () => {
  const arrayBuffer = () => Promise.reject(new Error('It was read.'));
  const large = { name: 'all.jsonl', size: 20_000_001, arrayBuffer };
  await expect(openPromptFile(large)).rejects.toThrow('is larger than 20 MB: take it apart.');
});

it('says that a file has gone', async () => {
  const arrayBuffer = () => Promise.reject(new DOMException('', 'NotReadableError'));
  await expect(openPromptFile({ name: 'a.csv', size: 1, arrayBuffer })).rejects.toThrow(
    '“a.csv” can’t be read: it was changed or moved meanwhile. Choose it again.',
  );
});

function codesOf(text: string): readonly number[] {
  return Array.from(text, (character) => character.charCodeAt(0));
}

function swapped(codes: Uint16Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(codes.byteLength);
  const view = new DataView(bytes.buffer);
  for (const [place, code] of codes.entries()) view.setUint16(2 * place, code, false);
  return bytes;
}
