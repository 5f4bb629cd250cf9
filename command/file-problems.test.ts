import { openSync } from 'node:fs';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../scripts/testing/temporary-folder.mjs';
import { fileProblem } from './file-problems.ts';

it('says of a disk or folder that refuses what to do, and leaves other errors alone', async () => {
  const folder = await temporaryFolder('prs-refusing');
  const refused = (() => {
    try {
      return openSync(folder, 'w');
    } catch (error) {
      return error;
    }
  })();
  expect(fileProblem(refused)?.message).toBe(
    `${folder} can’t be written: a folder stands where a file should. Move it away. (EISDIR)`,
  );
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), {
    code: 'ENOSPC',
  });
  expect(fileProblem(full)?.message).toMatch(
    /^What is to be kept can’t be written: its disk is full\. Make room, and give the same/,
  );
  const readOnly = Object.assign(new Error('EROFS'), { code: 'EROFS', path: '/disc/a.json' });
  expect(fileProblem(readOnly)?.message).toMatch(/^\/disc\/a\.json can’t be written: it can only/);
  expect(fileProblem(new TypeError('A defect.'))).toBeNull();
  expect(fileProblem(Object.assign(new Error(), { code: 'ECONNREFUSED' }))).toBeNull();
});
