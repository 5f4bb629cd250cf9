// @ts-check
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.mjs';
import { isFinished, writeFinishedFile } from './finished-file.mjs';

/** SHA-256 of the three bytes "abc". */
const ABC_SHA256 = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

let folder = '';
beforeEach(async () => {
  folder = await temporaryFolder('finished-file');
});

/** @param {...string} parts */
async function* chunks(...parts) {
  for (const part of parts) yield Buffer.from(part);
}

test('a whole file takes its name and leaves no partial one', async () => {
  const expected = { path: join(folder, 'deep/abc'), bytes: 3, sha256: ABC_SHA256 };
  await writeFinishedFile(expected, chunks('a', 'bc'));
  expect(await readFile(expected.path, 'utf8')).toBe('abc');
  expect(await readdir(join(folder, 'deep'))).toEqual(['abc']);
  expect(await isFinished(expected)).toBe(true);
});

test('an interrupted file never takes its name, and the next run makes it from the start', async () => {
  const expected = { path: join(folder, 'abc'), bytes: 3, sha256: ABC_SHA256 };
  async function* interrupted() {
    yield Buffer.from('a');
    throw new Error('cut');
  }
  await expect(writeFinishedFile(expected, interrupted())).rejects.toThrow('cut');
  expect(await isFinished(expected)).toBe(false);
  await writeFinishedFile(expected, chunks('abc'));
  expect(await isFinished(expected)).toBe(true);
});

test('other bytes than expected never take the name', async () => {
  const expected = { path: join(folder, 'abc'), bytes: 3, sha256: ABC_SHA256 };
  await expect(writeFinishedFile(expected, chunks('abd'))).rejects.toThrow('other bytes');
  expect(await isFinished(expected)).toBe(false);
  await writeFile(expected.path, 'abd');
  expect(await isFinished(expected)).toBe(false);
});
