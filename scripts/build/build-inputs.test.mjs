// @ts-check
import { mkdir, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.mjs';
import { sumOfBuildInputs } from './build-inputs.mjs';

let root = '';
beforeEach(async () => {
  root = await temporaryFolder('build-inputs');
  await mkdir(join(root, 'src/core'), { recursive: true });
  await mkdir(join(root, 'public/models'), { recursive: true });
  await writeFile(join(root, 'src/core/a.ts'), 'a');
  await writeFile(join(root, 'public/models/m.bin'), 'm');
});

test('the sum follows contents and names, not dates', async () => {
  const before = await sumOfBuildInputs(root);
  await utimes(join(root, 'src/core/a.ts'), 0, 0);
  expect(await sumOfBuildInputs(root)).toBe(before);
  await writeFile(join(root, 'README.md'), 'not built');
  expect(await sumOfBuildInputs(root)).toBe(before);
  await writeFile(join(root, 'src/core/b.ts'), 'b');
  const withFile = await sumOfBuildInputs(root);
  expect(withFile).not.toBe(before);
  await writeFile(join(root, 'src/core/b.ts'), 'c');
  expect(await sumOfBuildInputs(root)).not.toBe(withFile);
});

test('a model that came or went changes the sum', async () => {
  const before = await sumOfBuildInputs(root);
  await rm(join(root, 'public/models/m.bin'));
  expect(await sumOfBuildInputs(root)).not.toBe(before);
});
