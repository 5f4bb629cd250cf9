import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../scripts/testing/temporary-folder.mjs';
import { realPath } from './real-path.ts';

it('is one for a folder and its links, there or not yet', async () => {
  const folder = realPath(await temporaryFolder('prs-real-path'));
  const [study, link] = [join(folder, 'study'), join(folder, 'link')];
  mkdirSync(study);
  symlinkSync(study, link, 'junction');
  expect(realPath(link)).toBe(study);
  expect(realPath(join(link, 'not', 'yet'))).toBe(join(study, 'not', 'yet'));
  expect(realPath(join(folder, 'other'))).toBe(join(folder, 'other'));
});
