// @ts-check
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.mjs';
import { readZipEntry } from './zip-entry.mjs';

/**
 * Two files made by Python's zipfile: "a.txt" stored ("first"), "folder/b.txt" deflated (forty
 * times "second "), and an archive comment.
 */
const ARCHIVE_BASE64 = `UEsDBBQAAAAAAAAAIQBX7nGSBQAAAAUAAAAFAAAAYS50eHRmaXJzdFBLAwQUAAAACAAAACEAn48XMQ0AAAAYAQAADAAAAGZvbGRlci9iLnR4dCtOTc7PS1EoHqVQKQBQSwECFAMUAAAAAAAAACEAV+5xkgUAAAAFAAAABQAAAAAAAAAAAAAAgAEAAAAAYS50eHRQSwECFAMUAAAACAAAACEAn48XMQ0AAAAYAQAADAAAAAAAAAAAAAAAgAEoAAAAZm9sZGVyL2IudHh0UEsFBgAAAAACAAIAbQAAAF8AAAAJAGEgY29tbWVudA==`;

/** @param {Buffer} archive */
async function archiveFile(archive) {
  const path = join(await temporaryFolder('zip-entry'), 'archive.zip');
  await writeFile(path, archive);
  return path;
}

/** @param {string} path @param {string} name */
async function readText(path, name) {
  let text = '';
  for await (const chunk of readZipEntry(path, name)) text += chunk.toString('utf8');
  return text;
}

test('reads a stored and a deflated entry', async () => {
  const path = await archiveFile(Buffer.from(ARCHIVE_BASE64, 'base64'));
  expect(await readText(path, 'a.txt')).toBe('first');
  expect(await readText(path, 'folder/b.txt')).toBe('second '.repeat(40));
});

test('says what is wrong with the archive', async () => {
  const archive = Buffer.from(ARCHIVE_BASE64, 'base64');
  await expect(readText(await archiveFile(archive), 'c.txt')).rejects.toThrow('holds no c.txt');
  await expect(
    readText(await archiveFile(Buffer.from('no zip at all, only text')), 'a'),
  ).rejects.toThrow('not a ZIP archive');
  const cut = Buffer.concat([archive.subarray(0, 60), archive.subarray(70)]);
  await expect(readText(await archiveFile(cut), 'folder/b.txt')).rejects.toThrow();
});
