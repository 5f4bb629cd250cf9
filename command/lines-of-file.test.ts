import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../scripts/testing/temporary-folder.mjs';
import { linesOf } from './lines-of-file.ts';

it('tells lines and where they begin, with either end of a line', async () => {
  const path = join(await temporaryFolder('prs-lines'), 'lines');
  writeFileSync(path, 'ab\r\n\nü\rc\r\ntorn');
  const lines = [...linesOf(path)].map(({ bytes, at }) => [bytes.toString('utf8'), at]);
  expect(lines).toEqual([
    ['ab', 0],
    ['', 4],
    ['ü\rc', 5],
  ]);
});
